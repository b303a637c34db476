package org.threshold.caseload;

import static org.threshold.caseload.Column.may;
import static org.threshold.caseload.Column.must;

import java.util.List;
import java.util.Optional;

/** The files of a caseload, in the order in which they are read. {@code src/docs/import.md} describes each column. */
public enum Sheet {
    CASES("cases.csv", "Cases",
            must("opened_on", "day of the approach"), must("channel", "how they reached the council"),
            may("referred_by", "public body"), must("team", "key of the team"),
            may("officer", "username of the case's officer"), must("reason", "why they came"),
            must("application_taken", "yes or no"), may("lane", "priority lane"),
            may("first_names", "of the applicant"), must("last_name", "of the applicant"),
            may("date_of_birth", "of the applicant"), may("national_insurance_number", "of the applicant"),
            may("sex", "of the applicant"), may("phone", "telephone number"), may("email", "email address"),
            may("address", "where letters go"), may("postcode", "UK postcode"),
            may("contact_method", "how they prefer to be contacted"),
            may("contact_safety", "when and how it is safe to make contact"), may("language", "in English words"),
            may("support_needs", "codes with | between them"), may("flags", "codes with | between them"),
            may("interim_address", "where they stay under s188"), may("interim_kind", "kind of accommodation"),
            may("interim_from", "first day there"), may("interim_in_district", "yes or no"),
            may("interim_suitability", "why it is suitable"),
            may("homeless", "finding"), may("homeless_on", "day of the finding"),
            may("eligible", "finding"), may("eligible_on", "day of the finding"),
            may("priority_need", "finding"), may("priority_need_on", "day of the finding"),
            may("priority_need_category", "why in priority need"),
            may("intentional", "finding"), may("intentional_on", "day of the finding"),
            may("plan_given_on", "day the applicant got the plan"), may("plan_review_on", "day of its next review")),
    PEOPLE("people.csv", "Other people in the household",
            must("relationship", "to the applicant"), may("first_names", "of the person"),
            must("last_name", "of the person"), may("date_of_birth", "or expected day of birth"),
            may("national_insurance_number", "of the person"), may("in_education", "yes or no"),
            may("sex", "of the person")),
    DUTIES("duties.csv", "Duties",
            must("duty", "which duty"), must("started_on", "day 1 of the duty"),
            may("ended_on", "empty while it is owed"), may("end_reason", "why it ended")),
    DECISIONS("decisions.csv", "Decisions notified",
            must("outcome", "what was decided"), must("notified_on", "day of the letter"),
            must("decided_by", "username or name"), may("signed_by", "username or name of the second officer"),
            must("reasons", "as given to the applicant"), may("opportunity_until", "last day under s190")),
    PLAN_STEPS("plan-steps.csv", "Steps of the plan",
            must("who", "whose step"), must("kind", "mandatory or recommended"), must("what", "what is to be done"),
            must("by", "by which day"), must("agreed", "yes or no"), may("why_not_agreed", "where not agreed")),
    NOTES("notes.csv", "Notes",
            must("written_on", "day"), must("author", "as it shall be shown"), must("text", "the note")),
    REVIEWS("reviews.csv", "Running reviews",
            must("matter", "what is reviewed"), must("decision_notified_on", "day of that decision's letter"),
            must("decided_by", "username or name; several with | between them"),
            must("requested_on", "day of the request"), must("received_how", "form of the request"),
            must("what_they_say", "in their words"), may("late_reasons", "why a late request was taken"),
            may("extended_to", "last day agreed in writing"), may("extension_agreed_on", "day of the agreement")),
    UNITS(Key.OWN, "units.csv", "Units of temporary accommodation",
            must("unit", "name by which it is known"), must("address", "without the postcode"),
            must("postcode", "UK postcode"), must("district", "ONS code of the district"),
            must("provider", "who lets the council use it"), must("kind", "what the provider offers it as"),
            must("run_by", "who owns or manages it"), must("private_dwelling", "yes or no"),
            must("self_contained", "yes or no"), must("cooking", "own, shared or none"),
            must("toilet", "own or shared"), must("washing", "own or shared"),
            must("bedrooms", "number of bedrooms"), must("holds", "how many people it may hold"),
            may("step_free", "yes or no"), may("adaptations", "what has been adapted"),
            must("charged_by", "night or week"), must("eligible", "charge that benefit may cover, in pounds"),
            must("ineligible", "charge that benefit may not cover, in pounds"),
            may("latitude", "in degrees"), may("longitude", "in degrees")),
    PLACEMENTS("placements.csv", "Placements in occupation",
            must("unit", "name of the unit"), must("function", "under which function of the Act"),
            must("started_on", "first night there"), may("expected_until", "day on which they are to leave"),
            may("nights_before", "nights in bed and breakfast before the first night there"),
            may("host_told_on", "day on which the notice under s208 was given")),
    CLAIMS("claims.csv", "Running Housing Benefit claims",
            must("kind", "kind of claim"), must("claim_reference", "as the benefit system gave it"),
            must("made_on", "day of the claim"), may("evidence", "still to bring, with | between the items"),
            may("outcome", "how it was decided"), may("decided_on", "day of the decision"),
            may("paid_from", "first night that is paid"), may("weekly", "what is paid a week, in pounds")),
    BALANCES("balances.csv", "Balances of charge accounts",
            must("as_at", "day from which nights are charged here"),
            must("balance", "what was owed at the beginning of that day, in pounds"));

    /** In every file of households: the household's reference in the previous system. */
    static final String REFERENCE = "previous_reference";

    /** Whether a file's rows belong to households. */
    private enum Key { HOUSEHOLD, OWN }

    private final String fileName;
    private final String title;
    private final List<Column> columns;
    private final Key key;

    Sheet(String fileName, String title, Column... columns) {
        this(Key.HOUSEHOLD, fileName, title, columns);
    }

    Sheet(Key key, String fileName, String title, Column... columns) {
        this.key = key;
        this.fileName = fileName;
        this.title = title;
        List<Column> all = new java.util.ArrayList<>(key == Key.HOUSEHOLD
                ? List.of(must(REFERENCE, "the household's key")) : List.of());
        all.addAll(List.of(columns));
        this.columns = List.copyOf(all);
    }

    /** Whether each row belongs to a household. */
    boolean ofHouseholds() {
        return key == Key.HOUSEHOLD;
    }

    public String fileName() {
        return fileName;
    }

    public String title() {
        return title;
    }

    public List<Column> columns() {
        return columns;
    }

    Optional<Column> column(String heading) {
        return columns.stream().filter(column -> column.heading().equals(heading)).findFirst();
    }
}
