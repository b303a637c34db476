package org.threshold.process.model;

import java.util.List;
import org.springframework.stereotype.Component;
import org.threshold.process.Catalogue;
import org.xml.sax.SAXException;

/**
 * Checks what designers write before it is deployed: the same rules in the build, at the start, and while the
 * demonstration runs. Each mistake names the file, the element and the mend.
 */
@Component
public class ModelChecker {

    private final List<Rule> rules;
    private final List<Rule> references;
    private final FormRules forms = new FormRules();
    private final DecisionRules decisions = new DecisionRules();
    private final PlanTemplateRules templates = new PlanTemplateRules();

    public ModelChecker(Catalogue catalogue) {
        this.rules = List.of(new ContentRules(), new ProcessRules(), new NameRules(), new UserTaskRules(),
                new EscalationRules(), new TimerRules(), new DateRules(), new ServiceRules(catalogue), new ReferenceRules(),
                new ExpressionChecks(catalogue), new DiagramRules());
        this.references = List.of(new ServiceRules(catalogue), new ReferenceRules(), new ExpressionChecks(catalogue));
    }

    /** A rule over one readable BPMN file. */
    interface Rule {
        void check(Model model, Checking checking);
    }

    /** Every mistake in every folder. */
    public List<Mistake> check(ModelSet all) {
        return all.folders().stream().flatMap(folder -> check(folder, all).stream()).toList();
    }

    /** Every mistake in one folder, which may call what the others offer. */
    public List<Mistake> check(ModelFolder folder, ModelSet all) {
        Checking checking = new Checking(folder, all.with(folder));
        checkFiles(folder, checking);
        folder.files("form").forEach(file -> forms.check(file, checking));
        folder.files("dmn").forEach(file -> decisions.check(file, checking));
        folder.files("dmn").forEach(file -> templates.check(file, checking));
        folder.files("bpmn").forEach(file -> checkModel(file, rules, checking));
        return checking.mistakes;
    }

    /** Whether what an older version names still exists: forms, delegates, beans, decisions, called processes. */
    public List<Mistake> checkReferences(ModelFolder deployed, ModelSet all) {
        Checking checking = new Checking(deployed, all);
        deployed.files("form").forEach(file -> forms.check(file, checking));
        deployed.files("bpmn").forEach(file -> checkModel(file, references, checking));
        return checking.mistakes;
    }

    private static void checkFiles(ModelFolder folder, Checking checking) {
        if (!Kebab.matches(folder.key())) {
            checking.mistakes.add(new Mistake("bpmn/" + folder.key(), "",
                    "the folder's name must be small letters with hyphens, such as 'end-of-duty'. Rename the folder."));
        }
        if (folder.files("bpmn").isEmpty() && folder.files("dmn").isEmpty()) {
            checking.mistakes.add(new Mistake("forms/" + folder.key(), "", "there is no process in bpmn/" + folder.key()
                    + " for these forms. Add the process, or move the forms to the folder of theirs."));
        }
        if (folder.files("bpmn").size() > 1) {
            checking.mistakes.add(new Mistake("bpmn/" + folder.key(), "",
                    "the folder has more than one process. Give each process a folder of its own."));
        }
    }

    private static void checkModel(ModelFile file, List<Rule> rules, Checking checking) {
        Model model;
        try {
            model = Model.read(file);
        } catch (SAXException e) {
            checking.add(file, "the file cannot be read as XML (" + e.getMessage()
                    + "). Open it in Camunda Modeler and save it again.");
            return;
        }
        rules.forEach(rule -> rule.check(model, checking));
    }
}
