package org.threshold.process.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.threshold.form.FormDefinition;
import org.w3c.dom.Element;

/** One run of the checker over one folder: what the rules need, and where they put what they find. */
final class Checking {

    final ModelFolder folder;
    final ModelSet all;
    final List<Mistake> mistakes = new ArrayList<>();
    /** The folder's readable forms by id. */
    final Map<String, FormDefinition> forms = new LinkedHashMap<>();
    /** Variables that something in this folder sets. */
    final Set<String> variables = new TreeSet<>(Vocabulary.setByThreshold());

    Checking(ModelFolder folder, ModelSet all) {
        this.folder = folder;
        this.all = all;
    }

    void add(ModelFile file, String what) {
        mistakes.add(new Mistake(file.name(), "", what));
    }

    void add(Model model, Element element, String what) {
        mistakes.add(new Mistake(model.file.name(), Model.who(element), what));
    }

    void add(ModelFile file, String element, String what) {
        mistakes.add(new Mistake(file.name(), element, what));
    }
}
