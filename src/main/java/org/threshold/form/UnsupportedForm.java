package org.threshold.form;

import java.util.List;

/** A form file that Threshold cannot offer to officers. Each problem names the file, the component and the mend. */
public class UnsupportedForm extends RuntimeException {

    private final List<String> problems;

    public UnsupportedForm(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
