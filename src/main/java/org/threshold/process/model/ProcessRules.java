package org.threshold.process.model;

import java.util.List;
import org.w3c.dom.Element;

/** The process itself: its key, name and how long the engine keeps its history. */
final class ProcessRules implements ModelChecker.Rule {

    @Override
    public void check(Model model, Checking checking) {
        List<Element> processes = model.processes();
        if (processes.size() != 1) {
            checking.add(model.file, "the file has " + processes.size() + " processes. Keep one process in each file.");
            return;
        }
        Element process = processes.get(0);
        key(model, process, checking);
        if (process.getAttribute("name").isBlank()) {
            checking.add(model, process, "the process has no name. Click on the empty canvas and give it one.");
        }
        if (!process.getAttribute("isExecutable").equals("true")) {
            checking.add(model, process, "the process is not executable. Tick 'Executable' in its properties.");
        }
        history(model, process, checking);
        if (!Model.has(process, "startEvent")) {
            checking.add(model, process, "the process has no start event. Add one.");
        }
    }

    private static void key(Model model, Element process, Checking checking) {
        String key = process.getAttribute("id");
        if (!Kebab.matches(key)) {
            checking.add(model, process, "the process id '" + key
                    + "' must be small letters with hyphens, such as 'end-of-duty'. Change the id.");
        }
        if (!key.equals(model.file.shortName()) || !key.equals(checking.folder.key())) {
            checking.add(model, process, "the process id '" + key + "', the file and its folder must have the same"
                    + " name. Save it as bpmn/" + key + "/" + key + ".bpmn, or change the id.");
        }
    }

    private static void history(Model model, Element process, Checking checking) {
        if (!Model.engine(process, "historyTimeToLive").matches("\\d{1,5}")) {
            checking.add(model, process, "'Time to live' must be a number of days, such as 2190. Set it in the"
                    + " process's history clean-up settings.");
        }
    }
}
