package org.threshold.process.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.xml.sax.SAXException;

/** All folders together: what a model may call is looked up here. */
public final class ModelSet {

    private final Map<String, ModelFolder> folders = new TreeMap<>();

    public ModelSet(Collection<ModelFolder> folders) {
        folders.forEach(folder -> this.folders.put(folder.key(), folder));
    }

    public List<ModelFolder> folders() {
        return List.copyOf(folders.values());
    }

    public Optional<ModelFolder> folder(String key) {
        return Optional.ofNullable(folders.get(key));
    }

    /** The same with one folder in another state. */
    public ModelSet with(ModelFolder changed) {
        Map<String, ModelFolder> copy = new TreeMap<>(folders);
        copy.put(changed.key(), changed);
        return new ModelSet(copy.values());
    }

    /** Keys of all processes, by the names of their files. */
    Set<String> processes() {
        Set<String> keys = new TreeSet<>();
        folders.values().forEach(folder -> folder.files("bpmn").forEach(file -> keys.add(file.shortName())));
        return keys;
    }

    /** Keys of all decisions in all readable decision tables. */
    Set<String> decisions() {
        Set<String> keys = new TreeSet<>();
        for (ModelFolder folder : folders.values()) {
            keys.addAll(decisions(folder));
        }
        return keys;
    }

    static Set<String> decisions(ModelFolder folder) {
        Set<String> keys = new TreeSet<>();
        for (ModelFile file : folder.files("dmn")) {
            try {
                Decisions.of(file).forEach(decision -> keys.add(decision.getAttribute("id")));
            } catch (SAXException unreadable) {
                // said where the file itself is checked
            }
        }
        return keys;
    }

    /** Keys of the council's service standards: the first column of their table. */
    Set<String> standards() {
        for (ModelFolder folder : folders.values()) {
            for (ModelFile file : folder.files("dmn")) {
                if (file.shortName().equals("service-standards")) {
                    return Decisions.firstColumn(file);
                }
            }
        }
        return Set.of();
    }
}
