package org.threshold.logexport;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.threshold.logexport.OcelWriter.Attribute;
import org.threshold.logexport.OcelWriter.Relation;
import org.threshold.logexport.store.LogSource;
import org.threshold.logexport.store.LogSource.PlacementRow;
import org.threshold.logexport.store.LogSource.StepRow;

/** Puts the chosen cases and all that belongs to them into a log of objects. */
final class ObjectLog {

    private final LogSource source;
    private final Disguise disguise;
    private final OcelWriter writer;
    private StepRow openStep;
    private final List<Attribute> ofStep = new ArrayList<>();

    ObjectLog(LogSource source, Disguise disguise, OutputStream out) throws IOException {
        this.source = source;
        this.disguise = disguise;
        this.writer = new OcelWriter(out);
    }

    void write() throws IOException {
        Map<String, LogEvent.Source> types = new TreeMap<>();
        source.kinds().forEach(kind -> types.put(Disguise.type(kind), LogEvent.Source.valueOf(kind.source())));
        writer.types(types);
        writer.beginObjects();
        source.households(reference -> object(disguise.household(reference), "household", List.of(), List.of()));
        source.cases(row -> object(disguise.caseId(row.reference()), "case",
                List.of(new Attribute("channel", row.channel(), Disguise.time(row.openedAt()))),
                List.of(new Relation(disguise.household(row.household()), "of"))));
        source.steps(this::step);
        endStep();
        source.placements(this::placement);
        source.units(row -> object(disguise.unit(row.id()), "unit",
                List.of(new Attribute("kind", row.kind(), Disguise.always())), List.of()));
        source.reviews(row -> object(disguise.review(row.id()), "review",
                List.of(new Attribute("matter", row.matter(), Disguise.time(row.recordedAt()))),
                List.of(new Relation(disguise.caseId(row.caseReference()), "of"))));
        source.officers(username -> object(disguise.officer(username), "officer", List.of(), List.of()));
        source.teams(key -> object(OcelWriter.teamId(key), "team", List.of(), List.of()));
        writer.beginEvents();
        source.events(row -> {
            try {
                writer.event(disguise.event(row));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        writer.end();
    }

    /** Rows of one step follow each other; the next step ends it. */
    private void step(StepRow row) {
        if (openStep == null || !openStep.step().equals(row.step())) {
            endStep();
            openStep = row;
        }
        String from = Disguise.time(row.at());
        if (row.first()) {
            ofStep.add(new Attribute("process", row.process(), from));
        }
        if (row.moved()) {
            ofStep.add(new Attribute("version", String.valueOf(row.version()), from));
            ofStep.add(new Attribute("element", row.element(), from));
        }
        if (row.team() != null) {
            ofStep.add(new Attribute("team", row.team(), from));
        }
    }

    private void endStep() {
        if (openStep != null) {
            object(disguise.step(openStep.step()), "step", List.copyOf(ofStep),
                    List.of(new Relation(disguise.caseId(openStep.caseReference()), "of")));
            openStep = null;
            ofStep.clear();
        }
    }

    private void placement(PlacementRow row) {
        List<Relation> relations = new ArrayList<>(List.of(new Relation(disguise.caseId(row.caseReference()), "of")));
        OcelWriter.add(relations, disguise.unit(row.unit()), "in");
        OcelWriter.add(relations, disguise.placement(row.movedFrom()), "moved from");
        object(disguise.placement(row.id()), "placement",
                List.of(new Attribute("function", row.function(), Disguise.time(row.requestedAt()))), relations);
    }

    private void object(String id, String type, List<Attribute> attributes, List<Relation> relations) {
        try {
            writer.object(id, type, attributes, relations);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
