package org.threshold.process.model;

import org.threshold.form.FormDefinition;
import org.threshold.form.FormReader;
import org.threshold.form.UnsupportedForm;

/** A form can be offered to officers as it is; what a form room says about it is handed on to the designer. */
final class FormRules {

    void check(ModelFile file, Checking checking) {
        FormDefinition form;
        try {
            form = FormReader.read(file.name(), file.text());
        } catch (UnsupportedForm e) {
            e.problems().forEach(problem -> checking.add(file, withoutFile(problem, file)));
            return;
        }
        if (!form.id().equals(file.shortName()) || !Kebab.matches(form.id())) {
            checking.add(file, "the form's id '" + form.id() + "' and its file name must be the same, in small letters"
                    + " with hyphens. Change the id in the form's general properties, or rename the file.");
        }
        if (checking.forms.putIfAbsent(form.id(), form) != null) {
            checking.add(file, "another form in this folder has the id '" + form.id() + "' too. Change one of them.");
        }
        form.processVariables().forEach(field -> checking.variables.add(field.key()));
    }

    private static String withoutFile(String problem, ModelFile file) {
        String rest = problem.startsWith(file.name()) ? problem.substring(file.name().length()) : problem;
        return rest.replaceFirst("^[:,]?\\s*", "");
    }
}
