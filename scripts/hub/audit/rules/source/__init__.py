"""Rules that need only the file of a page: on every page."""

from hub.audit.rules.source import (
    autoplay,
    heading_descriptive,
    heading_with_content,
    id_unique,
    image_name,
    label_descriptive,
    language_of_page,
    language_of_parts,
    link_descriptive,
    media_alternative,
    nested_controls,
    senses,
    shortcuts,
    skip_link,
    tab_order,
    time_limit,
    title_descriptive,
)

RULES = tuple(module.RULE for module in (
    title_descriptive, language_of_page, language_of_parts, heading_descriptive, heading_with_content, link_descriptive,
    label_descriptive, image_name, media_alternative, autoplay, time_limit, skip_link, tab_order, senses, shortcuts,
    nested_controls, id_unique,
))
