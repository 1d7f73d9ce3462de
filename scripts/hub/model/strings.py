"""The texts that the pages ask for: each language of a hub has exactly these, in data/strings/<lang>.yml."""

# Texts without {fields}.
_PLAIN = """
skip home languages_label search_label search_button breadcrumb_label doors_label help_heading help_text no_feedback
no_enforcement edit translated_by_machine translated_by_person speaker_not_yet original door_life_events door_topics
door_a_z door_places door_organisations door_accessibility door_about hub_title hub_summary home_life_events
home_disability home_topics home_jurisdictions home_places home_places_text home_newest home_how home_how_text
title_life_events summary_life_events title_topics summary_topics title_a_z summary_a_z title_places summary_places
title_organisations summary_organisations a_z_find a_z_letters a_z_none a_z_all a_z_whole
title_search summary_search search_words search_inside search_script search_wait search_none search_failed search_more
step_must step_may step_either guides_heading
places_heading life_events_heading contents at_a_glance glance_who glance_cost glance_time glance_get glance_where
glance_not_known glance_not_applicable official_name what_you_get heading_what heading_requirements heading_evidence
heading_costs heading_channels heading_processing_time heading_redress heading_help heading_places status_inactive
status_defunct status_temporarily_closed from ask ask_country also_unknown disagree disagree_unknown not_known
not_applicable unknown_outputs unknown_details unknown_requirements unknown_evidence unknown_costs unknown_steps
unknown_channels unknown_processing_time unknown_no_answer unknown_redress unknown_deadline unknown_places
unknown_more_places unknown_stops unknown_url unknown_booking unknown_sign_in unknown_languages unknown_address
unknown_hours unknown_contacts unknown_place_contact unknown_website unknown_emergency unknown_relay no_places
over_unknown nothing nothing_to_pay pay_cash pay_card pay_mobile_money pay_bank pay_online needed_sometimes
format_original format_copy format_photo format_pdf format_electronic get_from if_missing see book_yes book_no
basis_law basis_rule basis_charter basis_estimate no_answer effect_granted effect_refused effect_may_appeal
effect_none complain_to
channel_online channel_phone channel_office channel_mobile_unit channel_home_visit channel_post channel_email
channel_sms channel_ussd channel_video accommodations_label offered offered_on_request not_offered
accommodations_not_known accommodations_rest website contact_voice contact_textphone contact_text_relay
contact_video_relay contact_video contact_sms contact_ussd contact_whatsapp contact_telegram contact_email
contact_post contact_web_form toll_free star hash hours_label closed day_and_night days_column times_column
relay_heading authorities country_help origin_heading laws summary_sources summary_unknown ended used_in undated
source_official source_law source_un source_news source_news_agency source_ngo source_professional source_blog
never_checked place_centre place_branch place_office place_kiosk part_of address serves contact_heading map
access_heading access_there_is access_there_is_not access_measured access_nobody access_not_checked
access_nobody_checked access_nothing_else grade_fully grade_partially grade_not unknown_sign_hours unknown_quiet_hours
sign_hours quiet_hours holidays_closed holidays_unknown closed_now notes_heading services_here organisation_public
organisation_contractor organisation_civil_society organisation_ombudsman organisation_emergency
organisation_international country parent emergency_heading
check_link check_begin check_questions check_paper check_results
check_order check_otherwise check_again no_decision outcome_yes outcome_no outcome_not_yet outcome_other outcome_ask
door_alerts title_alerts summary_alerts alert_ended alert_instruction alert_description alert_areas alert_closes
alert_closed alert_mark_closed alert_mark_changed alert_changes alert_machine alerts_now alerts_others alerts_none
alerts_feed
severity_extreme severity_severe severity_moderate severity_minor severity_unknown
urgency_immediate urgency_expected urgency_future urgency_past urgency_unknown
certainty_observed certainty_likely certainty_possible certainty_unlikely certainty_unknown
not_found_title not_found_text not_found_home
door_accommodations title_accommodations summary_accommodations ask_heading other offers_rest offers_not_known
offers_not_known_text title_feedback summary_feedback report report_barrier report_wrong_fact feedback_who
feedback_nobody feedback_no_time feedback_filled feedback_tell feedback_tell_barrier feedback_tell_fact
feedback_tell_service question_reach question_afford question_simple question_equal question_in_time feedback_do
feedback_change feedback_office feedback_complain feedback_no_body feedback_enforcement
may_be_old access_item_no access_item_unchecked easy_link easy_summary easy_draft easy_guide
summary_source published_by kind_label dated_label language_label web_address rests_heading rests_nothing basics
confidence_high confidence_medium confidence_low
sign_link sign_summary sign_captions sign_transcript sign_nobody
place_mobile_unit vehicle_bus vehicle_train vehicle_van vehicle_team title_mobile summary_mobile stops_heading
stops_none stops_each stop_surface unknown_surface stop_no_more
question_disability feedback_counts nobody_publishes not_published summary_quality quality_fresh quality_services
facts_unknown facts_conflicting facts_expired guides_unchecked oldest_review guides_offered guides_machine guides_read
weight_heading weight_about weight_budget weight_half weight_heaviest weight_its_size
promise figures applications actual within_promise satisfied satisfied_pwd asked source chart_title chart_about
conforms_unknown conforms_full conforms_partial conforms_none claim_report test_none test_means test_faults
test_faults_none test_faults_some test_others test_review test_review_some test_review_none test_criteria_heading
test_people test_practice test_example result_failed result_failed_about result_canttell result_canttell_about
result_passed result_passed_about result_inapplicable result_inapplicable_about result_untested
result_untested_about
title_offline summary_offline offline_never offline_never_text offline_again offline_saved offline_none offline_bare
offline_delete_it offline_save_it offline_delete_all offline_sure offline_emptied offline_parts offline_parts_text
offline_thrift offline_whole title_take summary_take take_archive take_archive_text take_book take_book_text
take_left_out take_old back_to_contents
"""
# A text a line, with the {fields} that are filled in.
_FILLED = """
built date
weight size
weight_allowed half each
speaker_checked check
partly_translated languages
and_more first n
over date
as_of date
valid_from date
valid_until date
per_month money
per_year money
per_once money
buys time
pay_by ways
formats formats
sign_in accounts
languages languages
no_answer_after time
deadline time
time_limit time
at_least low
at_most high
span high low
duration_minutes n
duration_hours n
duration_days n
duration_working_days n
duration_weeks n
duration_months n
duration_years n
spoken_as code
hours closes opens
days first last
two_days first last
hours_on date hours
holidays_hours hours
open_now time
a_z_found n
a_z_many n
search_cost kb
sign_language code
sign_language_of country
access_others keys
decibels n
title_sources country
title_unknown country
title_source title publisher
one_side field
facts n
sign_title title
sign_watch language time size
sign_code code
sign_elsewhere host
sign_reviewed date name
old_parts date parts
old_marked date mark
duration_seconds n
date_published date
date_footer_year date
date_captured date
taken_on date
checked_on date
owner owner
next_review date
checked_visit by date
checked_self_declared by date
checked_photo by date
title_check guide
check_longest n
check_question n question
check_go_question n
check_go_result n
check_result n outcome
answer_within time
easy_title title
easy_tested date group people
alert_heading event
alert_until time
alert_from time
alert_closed_place place
alert_mark_closes time
alert_mark_changes time
alert_sender sender time
moment date time
units_made date
stops_made date until
stops_zone place
visit date hours
visit_off date
visit_instead date hours
visit_moved date
visit_times hours
stop_next date visit
map_stop place
calendar_unit size
calendar_stop place size
calendar_note date
calendar_look page
title_quality country
really_took n period time
in_promise period share
claim_by by date
claim_review date
claim_overdue date
test_day date
test_engines engines
test_pages n browser
test_criteria criteria level
test_count pages places
test_criterion number name level
offline_kept n
offline_date date
offline_delete title
offline_deleted title
offline_size size
offline_save title
offline_saving title
offline_done title n
offline_failed title
offline_full title
saved_copy date
save_topic size
take_archive_link language size
take_book_link language size
"""
# Those of them that have a form for each plural of the language.
PLURALS = frozenset({
    "and_more", "duration_minutes", "duration_hours", "duration_days", "duration_working_days", "duration_weeks",
    "duration_months", "duration_years", "duration_seconds", "check_longest", "facts", "decibels",
})
# Key -> its {fields}.
FIELDS: dict[str, frozenset[str]] = {key: frozenset() for key in _PLAIN.split()}
for _line in _FILLED.strip().splitlines():
    _key, *_fields = _line.split()
    FIELDS[_key] = frozenset(_fields)
