package org.threshold.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What changed, in words that the next officer understands: 'Phone: 07700 900001 (was not known)'. */
final class Changes {

    private final List<String> lines = new ArrayList<>();

    private Changes() {
    }

    static String between(ContactDetails before, ContactDetails after) {
        Changes changes = new Changes();
        changes.compare("Phone", display(before.phone()), display(after.phone()));
        changes.compare("Email", before.email(), after.email());
        changes.compare("Address", oneLine(before.address()), oneLine(after.address()));
        changes.compare("Postcode", before.postcode(), after.postcode());
        changes.compare("Prefers", title(before.method()), title(after.method()));
        changes.compare("Safe contact", oneLine(before.safety()), oneLine(after.safety()));
        changes.compare("Language", before.language(), after.language());
        return String.join("\n", changes.lines);
    }

    static String between(Person before, Person after) {
        Changes changes = new Changes();
        changes.compare("Name", before.name(), after.name());
        changes.compare("Date of birth", Days.inWords(before.dateOfBirth()), Days.inWords(after.dateOfBirth()));
        changes.compare("Relationship", before.relationship().title(), after.relationship().title());
        changes.compare("National Insurance number", display(before.nationalInsurance()),
                display(after.nationalInsurance()));
        changes.compare("Sex", title(before.sex()), title(after.sex()));
        changes.compare("In full-time education", yesNo(before.inEducation()), yesNo(after.inEducation()));
        return String.join("\n", changes.lines);
    }

    private void compare(String what, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            lines.add(what + ": " + words(after) + " (was " + words(before) + ")");
        }
    }

    private static String words(Object value) {
        return value == null ? "not known" : value.toString();
    }

    private static String display(PhoneNumber phone) {
        return phone == null ? null : phone.display();
    }

    private static String display(NationalInsuranceNumber number) {
        return number == null ? null : number.display();
    }

    private static String title(ContactMethod method) {
        return method == null ? null : method.title();
    }

    private static String title(Sex sex) {
        return sex == null ? null : sex.title();
    }

    private static String oneLine(String text) {
        return text == null ? null : text.replaceAll("\\s*\\n\\s*", ", ");
    }

    private static String yesNo(boolean value) {
        return value ? "yes" : "no";
    }
}
