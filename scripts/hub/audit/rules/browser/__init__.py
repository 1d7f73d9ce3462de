"""Rules that need the page in a browser, in the states they name: one page of each structure.

Not here, because axe has them: targets of 24 px, the name of a control beside its label.
"""

from hub.audit.rules.browser import (
    contrast_in_picture,
    contrast_in_picture_enhanced,
    cut_off,
    exposed,
    focus_obscured,
    focus_order,
    focus_visible,
    forced_colors,
    heard_bare,
    heard_title_first,
    heard_to_the_end,
    heard_twice,
    hover_content,
    keyboard_reach,
    keyboard_trap,
    moving,
    no_script,
    no_script_focus,
    on_focus,
    orientation,
    print_readable,
    reduced_motion,
    reflow,
    tab_off_screen,
    target_size_44,
    text_resize,
    text_spacing,
)

RULES = tuple(module.RULE for module in (
    reflow, contrast_in_picture, contrast_in_picture_enhanced, cut_off, text_spacing, text_resize, target_size_44,
    forced_colors, print_readable, moving, reduced_motion, orientation, hover_content, no_script, no_script_focus,
    heard_to_the_end, heard_title_first, heard_bare, heard_twice, exposed,
    focus_visible, focus_obscured, tab_off_screen, focus_order, keyboard_reach, keyboard_trap, on_focus,
))
