package org.threshold.oversight;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.threshold.access.Officer;
import org.threshold.access.People;
import org.threshold.audit.AuditRecord;

/** Says entries of the audit in words. What has no words of its own here is said by the words that it is named by. */
@Component
public class EntryWords {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss", Locale.UK);
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<TreeMap<String, String>> FACTS = new TypeReference<>() { };

    private static final Map<String, String> ACTIONS = Map.ofEntries(
            Map.entry("case.viewed", "Looked at the case"), Map.entry("step.viewed", "Looked at a step"),
            Map.entry("letter.viewed", "Looked at a letter"),
            Map.entry("document.viewed", "Looked at a document"), Map.entry("documentFile.viewed", "Opened a document"),
            Map.entry("case.searched", "Searched for a case"),
            Map.entry("work.searched", "Searched for steps"),
            Map.entry("case.matched", "Was shown cases of perhaps the same people"),
            Map.entry("case.refused", "Was refused"), Map.entry("case.notFound", "Asked for a case that is not there for them"),
            Map.entry("signIn.done", "Signed in"), Map.entry("signIn.ended", "Signed out"),
            Map.entry("signIn.refused", "Could not sign in"), Map.entry("return.taken", "Took the quarterly return"),
            Map.entry("caseload.remarksTaken", "Took the remarks on a caseload"),
            Map.entry("audit.searched", "Searched the audit"), Map.entry("audit.exported", "Took the audit out"),
            Map.entry("log.exported", "Took the event log out"),
            Map.entry("case.openedInEmergency", "Opened the case in an emergency"),
            Map.entry("case.emergencyEnded", "Emergency access ended"), Map.entry("case.restricted", "Restricted the case"),
            Map.entry("case.named", "Named somebody on the case"),
            Map.entry("case.unnamed", "Took somebody off the case"),
            Map.entry("case.managerChanged", "Gave the restricted case another manager"),
            Map.entry("case.restrictionLifted", "Lifted the restriction"),
            Map.entry("emergency.refused", "Tried emergency access and found nothing"),
            Map.entry("emergency.slowedDown", "Tried emergency access too often"));

    /** Marked by itself, not said among the facts. */
    private static final String STRANGER = "NONE";

    private static final Map<String, String> RELATIONS = Map.of("OWNER", "held a step of it",
            "APPROVER", "was asked to sign", "TEAM", "worked in its team", "MANAGER", "managed the restricted case", "NAMED", "was named on it", "EMERGENCY", "had emergency access");

    private static final Map<String, String> WAYS = Map.of("PAGE", "page", "API", "another system",
            "BACKGROUND", "in the background", "COMMAND", "command on the server");

    private final People people;

    EntryWords(People people) {
        this.people = people;
    }

    public List<EntryLine> of(List<AuditRecord> entries) {
        return entries.stream().map(this::line).toList();
    }

    /** The name of a person; the service itself is called so. */
    public String person(String username) {
        return username.equals(Officer.SERVICE.username()) ? "Threshold itself" : people.nameOf(username);
    }

    public String time(Instant at) {
        return TIME.format(at.atZone(LONDON));
    }

    private EntryLine line(AuditRecord entry) {
        Map<String, String> details = details(entry.details());
        String relation = details.remove("relation");
        return new EntryLine(time(entry.at()), entry.caseReference(), entry.sequence(), entry.who(),
                person(entry.who()), what(entry), facts(entry, details, relation), entry.reason(), entry.provision(),
                from(entry), STRANGER.equals(relation));
    }

    private String what(AuditRecord entry) {
        String known = ACTIONS.get(entry.action());
        if (known == null) {
            return spoken(entry.action());
        }
        return switch (entry.action()) {
            case "case.viewed" -> known + ": " + page(entry.subject());
            case "case.refused" -> known + ": " + page(entry.subject());
            case "case.searched", "work.searched" -> known + " by " + entry.subject();
            case "case.named", "case.unnamed" -> known + ": " + person(entry.subject());
            default -> known;
        };
    }

    private static List<String> facts(AuditRecord entry, Map<String, String> details, String relation) {
        List<String> facts = new ArrayList<>();
        if (relation != null && !relation.equals(STRANGER)) {
            facts.add(Character.toUpperCase(word(relation).charAt(0)) + word(relation).substring(1));
        }
        if (!SAID_ALREADY.contains(entry.action()) && !entry.subject().equals(entry.caseReference())) {
            facts.add(entry.subject());
        }
        details.forEach((name, value) -> facts.add(sentence(name) + ": " + (value.isBlank() ? "none" : value)));
        return facts;
    }

    /** Whose subject is part of the sentence. */
    private static final List<String> SAID_ALREADY = List.of("case.viewed", "case.refused", "case.searched",
            "work.searched", "case.named", "case.unnamed", "signIn.done", "signIn.ended");

    private static String word(String relation) {
        return RELATIONS.getOrDefault(relation, relation);
    }

    private static String from(AuditRecord entry) {
        String way = entry.via() == null ? "not recorded" : WAYS.getOrDefault(entry.via(), entry.via());
        return entry.address() == null ? way : way + ", " + entry.address();
    }

    /** 'GET /cases/{reference}/more-time' is 'more time'; the first page of a case is its overview. */
    private static String page(String pattern) {
        String path = pattern.replaceFirst("^GET ", "").replaceFirst("^POST .*", "$0 (sent)")
                .replaceFirst("^POST ", "").replaceAll("/?cases/\\{reference}/?", "").replaceAll("\\{[^}]*}/?", "")
                .replaceAll("^/|/$", "");
        String words = path.replace('/', ' ').replace('-', ' ').strip();
        return words.isEmpty() ? "overview" : words.equals("(sent)") ? "overview (sent)"
                : words.replaceFirst("^h clic", "H-CLIC").replaceFirst("^access", "who may see it")
                        .replaceFirst("^record", "who viewed it");
    }

    /** 'duty.endProposed' is 'Duty: end proposed'. */
    private static String spoken(String action) {
        int dot = action.indexOf('.');
        return dot < 0 ? sentence(action) : sentence(action.substring(0, dot)) + ": "
                + sentence(action.substring(dot + 1)).toLowerCase(Locale.UK);
    }

    private static String sentence(String name) {
        String spaced = name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replace('_', ' ').toLowerCase(Locale.UK);
        return spaced.isEmpty() ? "" : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    private static Map<String, String> details(String json) {
        try {
            return JSON.readValue(json, FACTS);
        } catch (JsonProcessingException unreadable) {
            return new TreeMap<>(Map.of("details", json));
        }
    }
}
