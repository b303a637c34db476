package org.threshold.casepage.web;

import java.util.function.IntConsumer;
import org.threshold.casefile.CaseChanged;
import org.threshold.casefile.CaseFile;

/** Saves what was typed against the case as the officer saw it. */
final class VersionedSave {

    private VersionedSave() {
    }

    static TypedForm start(CaseFile file) {
        return TypedForm.empty().with("version", file.version());
    }

    /** Saves unless something is wrong; after someone else's change, the next try counts against what is there now. */
    static boolean saved(CaseFile file, TypedForm form, IntConsumer saving) {
        if (form.isWrong()) {
            return false;
        }
        try {
            saving.accept(form.text("version").matches("[0-9]{1,9}") ? Integer.parseInt(form.text("version")) : -1);
            return true;
        } catch (CaseChanged changed) {
            form.wrong("save", changed.getMessage());
            form.with("version", file.version());
            return false;
        } catch (IllegalArgumentException refused) {
            form.wrong("save", refused.getMessage());
            return false;
        }
    }
}
