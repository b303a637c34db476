package org.threshold.process.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.threshold.access.CurrentOfficer;
import org.threshold.process.model.Mistakes;
import org.threshold.process.model.ModelFolder;
import org.threshold.process.model.ModelSet;

/**
 * Watches the folders of designers while the demonstration runs. A change is taken up when the files have been still
 * for one look, is checked, and becomes a new version; running cases stay on theirs.
 */
class HotRedeploy {

    private final ModelSource source;
    private final Deployer deployer;
    private final CurrentOfficer officer;
    private Map<Path, String> seen;
    private boolean moving;
    private final Map<String, String> settled = new HashMap<>();
    private final Set<String> refused = new HashSet<>();

    HotRedeploy(ModelSource source, Deployer deployer, CurrentOfficer officer) {
        this.source = source;
        this.deployer = deployer;
        this.officer = officer;
        this.seen = state();
        source.read().folders().forEach(folder -> settled.put(folder.key(), folder.hash()));
    }

    /** One look, about once a second. */
    void look() {
        Map<Path, String> now = state();
        if (!now.equals(seen)) {
            seen = now;
            moving = true;
        } else if (moving) {
            moving = false;
            officer.asService(() -> {
                takeUp();
                return null;
            });
        }
    }

    private void takeUp() {
        ModelSet models = source.read();
        for (ModelFolder folder : models.folders()) {
            boolean changed = !folder.hash().equals(settled.put(folder.key(), folder.hash()));
            // What was refused may be right now that another folder has what it calls.
            if (changed || refused.contains(folder.key())) {
                takeUp(folder, models);
            }
        }
    }

    private void takeUp(ModelFolder folder, ModelSet models) {
        try {
            refused.remove(folder.key());
            if (deployer.deployFromFiles(folder, models) == Deployer.Outcome.UNCHANGED) {
                deployer.forgetRefusal(folder.key());
            }
        } catch (Mistakes mistakes) {
            refused.add(folder.key());
            deployer.refuse(folder.key(), mistakes);
        }
    }

    private Map<Path, String> state() {
        Map<Path, String> state = new TreeMap<>();
        for (Path path : source.paths()) {
            try {
                state.put(path, Files.getLastModifiedTime(path) + " " + Files.size(path));
            } catch (NoSuchFileException gone) {
                // an editor is just replacing it; the next look sees the new one
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot look at " + path, e);
            }
        }
        return state;
    }
}
