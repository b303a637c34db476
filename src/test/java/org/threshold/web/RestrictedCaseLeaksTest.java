package org.threshold.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threshold.Acting.as;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.threshold.IntegrationTest;
import org.threshold.access.AccountDetails;
import org.threshold.access.Accounts;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.EmergencyAccess;
import org.threshold.access.RestrictedCases;
import org.threshold.access.RestrictionKind;
import org.threshold.access.Role;
import org.threshold.access.Team;
import org.threshold.access.Visitor;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseNotes;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseReferences;
import org.threshold.casefile.CaseRegister;
import org.threshold.casefile.Channel;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.casefile.PhoneNumber;
import org.threshold.clock.ServiceClock;
import org.threshold.hclic.Quarter;
import org.threshold.hclic.QuarterReturns;
import org.threshold.homelessness.Approaches;
import org.threshold.homelessness.CaseMerges;
import org.threshold.homelessness.NewApproach;
import org.threshold.homelessness.Reapplications;
import org.threshold.web.AskedRoutes.Route;

/**
 * Nobody who is not named learns anything of a restricted case by anything they can ask: every route of the running
 * service, in every role alone and in all of them at once, with every id that belongs to the case. What they get is byte
 * for byte what they get for a case that never was, and every list and count is what it was before the case was made.
 */
class RestrictedCaseLeaksTest extends IntegrationTest {

    private static final String TEAM = "veil";
    private static final String MAKER = "veil-maker";
    private static final String ALL_ROLES = "veil-everything";
    private static final String MANAGER = "veil-manager";
    private static final String NAMED = "veil-named";
    private static final String EMERGENCY = "veil-emergency";
    /** A case that never was, of the length of one that is. */
    private static final int NEVER = 987_654;
    private static final String UUIDS = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    /** What makes, moves or signs out for good whatever is sent, and reads no id: asked elsewhere, or no case is in it. */
    private static final Set<String> NOT_SENT_BLINDLY = Set.of("/work/next", "/sign-out", "/benefit/files/out");

    /** What says when this test signed in or looked before: it is searched for the hidden case and not compared. */
    private static final Pattern OF_THE_LOOKING = Pattern.compile("/my-sessions|/audit.*|/cases/[^/]+/record.*");

    @LocalServerPort
    private int port;
    @Autowired
    private List<RequestMappingInfoHandlerMapping> mappings;
    @Autowired
    private AutowireCapableBeanFactory beans;
    @Autowired
    private Accounts accounts;
    @Autowired
    private Approaches approaches;
    @Autowired
    private CaseRegister register;
    @Autowired
    private RestrictedCases restricted;
    @Autowired
    private EmergencyAccess emergencies;
    @Autowired
    private QuarterReturns returns;
    @Autowired
    private CaseMerges merges;
    @Autowired
    private Reapplications reapplications;
    @Autowired
    private CaseDetails details;
    @Autowired
    private CaseNotes notes;
    @Autowired
    private CurrentOfficer current;
    @Autowired
    private ServiceClock clock;
    @Autowired
    private JdbcClient jdbc;

    private final Map<String, Visitor> outsiders = new TreeMap<>();
    private final Map<String, String> tokens = new TreeMap<>();
    private final List<String> leaks = new ArrayList<>();
    private final List<String> needles = new ArrayList<>(HiddenHousehold.needles());
    /** What was answered about what never was, by who asked what, so that it is asked once. */
    private final Map<String, String> twins = new TreeMap<>();
    private List<Route> routes;
    private HiddenHousehold household;
    private CaseReference visible;
    private String visibleStep;
    private CaseReference never;
    private long upload;
    private int asked;

    @BeforeEach
    void people() {
        clock.freeze(clock.instant());
        routes = AskedRoutes.of(mappings);
        household = beans.createBean(HiddenHousehold.class);
        household.numberApart();
        upload = household.uploaded();
        household.homeApart();
        current.asService(this::accounts);
        as(MAKER, () -> visible = approaches.take(new NewApproach(NewCase.atTheDesk(TEAM,
                Person.applicant("Sam", "Plainview", LocalDate.of(1988, 5, 5)), "Asked to leave"))));
        visibleStep = jdbc.sql("select step_id from worklist_step where case_reference = ?").param(visible.value())
                .query(String.class).single();
        never = CaseReferences.ofNumber(NEVER);
    }

    /** Afresh: a page may lead back to where somebody was before. */
    private void signInAll() {
        for (Role role : Role.values()) {
            signIn("veil-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        signIn(MAKER);
        signIn(ALL_ROLES);
    }

    private Void accounts() {
        Map<String, Set<Role>> people = new LinkedHashMap<>();
        people.put(MANAGER, Set.of(Role.TEAM_LEADER));
        people.put(MAKER, Set.of(Role.OFFICER));
        people.put(ALL_ROLES, Set.of(Role.values()));
        people.put(NAMED, Set.of(Role.OFFICER));
        people.put(EMERGENCY, Set.of(Role.SENIOR_OFFICER));
        for (Role role : Role.values()) {
            people.put("veil-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-'), Set.of(role));
        }
        people.forEach((name, roles) -> accounts.addWithPassword(new AccountDetails(name, "Veil " + name.substring(5),
                roles, Set.of(), true), "demo"));
        accounts.addTeam(new Team(TEAM, "Veil team", "Veil Office", MANAGER));
        people.keySet().forEach(name -> accounts.join(name, teamsOf(name)));
        return null;
    }

    /** Whose lists are read to the end are in the case's team alone, so that other tests' cases do not fill them. */
    private static Set<String> teamsOf(String name) {
        return switch (name) {
            case NAMED -> Set.of("south");
            case ALL_ROLES, MANAGER -> Set.of(TEAM);
            default -> Set.of(TEAM, "north");
        };
    }

    private void signIn(String username) {
        Visitor visitor = Visitor.signedIn(port, username);
        outsiders.put(username, visitor);
        String page = visitor.get("/clocks/calculator").body() + visitor.get("/presence").body();
        tokens.put(username, page.replaceAll("(?s).*?name=\"_csrf\" value=\"([^\"]+)\".*", "$1"));
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
        clock.reset();
    }

    @Test
    void nobodyLearnsAnythingOfARestrictedCase() {
        signInAll();
        Map<String, String> before = everythingThatIsListed(outsiders.keySet());
        CaseReference hidden = made();
        CaseReference referred = household.referred();
        List.of(hidden, referred).forEach(each -> {
            needles.add(each.value());
            household.ids(each).values().stream().flatMap(List::stream).filter(id -> id.length() > 6).forEach(needles::add);
        });
        everythingThatIsListed(Set.of(ALL_ROLES));
        assertThat(String.join("\n", leaks)).as("what is read while the cases are open to all, so that the rest of this"
                + " test can find something").contains(ALL_ROLES + " reads ‘" + HiddenHousehold.FAMILY + "’ at /work/overdue",
                "at /work/team", "at /work/all", "at /work/find", "at /cases for", "at /messages", "at /incidents",
                "at /h-clic", "at /keys", "at /keys/releases", "at /arrears", "at /arrears/proposals",
                "at /benefit/claims?", "at /notices", "at /bed-and-breakfast", "at /referrals", "at /work/hand-over from", "at the return");
        leaks.clear();
        hide(hidden);
        hide(referred);

        everythingThatIsListed(outsiders.keySet()).forEach((question, answer) -> {
            if (!answer.equals(before.get(question))) {
                leaks.add("changed: " + question + ": " + difference(answer, String.valueOf(before.get(question))));
            }
        });

        for (CaseReference each : List.of(hidden, referred)) {
            Map<String, List<String>> ids = household.ids(each);
            assertThat(ids).as("the case has something of many kinds").hasSizeGreaterThan(each == hidden ? 15 : 2);
            List<String> who = each == hidden ? List.copyOf(outsiders.keySet()) : List.of(ALL_ROLES);
            twins.clear();
            who.forEach(one -> addressesOfTheCase(one, each, ids));
            who.forEach(one -> idsOfTheCase(one, each, ids));
            (each == hidden ? List.of(ALL_ROLES, MAKER, "veil-senior-officer") : List.of(ALL_ROLES))
                    .forEach(one -> formsThatNameIt(one, each));
        }
        assertThat(String.join("\n", leaks)).as("of %s questions", asked).isEmpty();
        theImportThatBroughtIt();
        takingTheNext(hidden);
        casesThatBelongWithIt();
        matchesAndApproaches();
        theReturnIsWholeOnlyForTheService(hidden);
        sameTime(hidden);
        whoIsNamedSeesIt(hidden);
        assertThat(String.join("\n", leaks)).isEmpty();
    }

    private CaseReference made() {
        CaseReference[] made = new CaseReference[1];
        as(MAKER, () -> made[0] = household.withEverything(TEAM));
        return made[0];
    }

    private void hide(CaseReference reference) {
        as(MANAGER, () -> restricted.restrict(reference, RestrictionKind.DOMESTIC_ABUSE, "Balthasar must not find her",
                MANAGER, Set.of(NAMED)));
    }

    // Lists, counts, searches and exports: the same as before the case was made

    /** @return by who asked and what, what they got */
    private Map<String, String> everythingThatIsListed(Set<String> people) {
        Map<String, String> got = new TreeMap<>();
        signInAll();
        people.forEach(who -> {
            for (String address : addresses()) {
                String answer = normal(outsiders.get(who).get(address));
                lookForNeedles(who, address, answer, List.of());
                if (!OF_THE_LOOKING.matcher(address).matches()) {
                    got.put(who + " GET " + address, answer);
                }
            }
            searches().forEach((typed, form) -> got.put(who + " " + typed, search(who, typed, form)));
        });
        for (String who : List.of(ALL_ROLES, "veil-service-manager", "veil-analyst")) {
            HttpResponse<String> taken = post(who, "/h-clic/quarters/" + quarter() + "/json", Map.of());
            lookForNeedles(who, "the return", taken.body(), List.of());
            got.put(who + " takes the return", taken.statusCode() + taken.body());
        }
        return got;
    }

    /** Every address that can be asked without knowing an id, and those of a case that everybody may see. */
    private List<String> addresses() {
        Map<String, String> values = Map.of("reference", visible.value(), "quarter", quarter(), "id", visibleStep,
                "username", "officer", "key", TEAM, "name", "cases.csv", "measure", "unowned",
                "process", "relief-duty", "element", "task_relieveHomelessness");
        List<String> addresses = new ArrayList<>(routes.stream().filter(Route::isGet)
                .map(route -> route.with(values, "1")).distinct().toList());
        addresses.addAll(List.of("/work/team?overdue=true", "/work/team?free=true", "/work/team?sort=CLOCK",
                "/work/all?team=" + TEAM, "/work/all?overdue=true", "/work/all?flag=INTERPRETER", "/h-clic?team=" + TEAM,
                "/h-clic?officer=" + MAKER, "/h-clic?officer=nobody", "/referrals?show=IN_TARGET",
                "/referrals?body=HOSPITAL", "/benefit/claims?waitsFor=EVIDENCE", "/keys/releases?reason=OTHER",
                "/board/now/approaches", "/board/now/in-ta", "/board/now/bed-and-breakfast", "/board/now/notices",
                "/board/now/sign-ups", "/board/now/arrears", "/board/now/unowned", "/board/now/clocks"));
        return addresses;
    }

    /** What an import says of a household stays with those who may see what it became. */
    private void theImportThatBroughtIt() {
        for (String who : List.of("veil-administrator", ALL_ROLES)) {
            for (String page : List.of("", "/remarks.csv")) {
                HttpResponse<String> report = outsiders.get(who).get("/administration/caseload/" + upload + page);
                assertThat(report.statusCode()).isEqualTo(200);
                lookForNeedles(who, "the import" + page, report.body(), List.of());
            }
        }
    }

    private Map<String, Map<String, String>> searches() {
        Map<String, Map<String, String>> searches = new LinkedHashMap<>();
        for (String text : List.of(HiddenHousehold.FAMILY, HiddenHousehold.GIVEN, HiddenHousehold.CHILD,
                HiddenHousehold.REFERRED, "29/2/1972", HiddenHousehold.NI, HiddenHousehold.PHONE,
                HiddenHousehold.PREVIOUS, HiddenHousehold.FAMILY + " 29/2/1972")) {
            searches.put("/cases for " + text, Map.of("q", text));
        }
        for (String text : List.of(HiddenHousehold.FAMILY, HiddenHousehold.GIVEN.substring(0, 4),
                HiddenHousehold.REFERRED)) {
            searches.put("/work/find for " + text, Map.of("text", text));
        }
        searches.put("/work/find for a date", Map.of("day", "29", "month", "2", "year", "1972"));
        searches.put("/work/hand-over from " + MAKER, Map.of("from", MAKER, "show", "show"));
        return searches;
    }

    private String search(String who, String typed, Map<String, String> form) {
        String path = typed.substring(0, typed.indexOf(' '));
        HttpResponse<String> answer = post(who, path, form);
        String location = answer.headers().firstValue("Location").orElse("");
        String got = normal(answer) + (location.isEmpty() ? ""
                : normal(outsiders.get(who).get(location.replaceAll("^https?://[^/]+", ""))));
        lookForNeedles(who, typed, got, List.copyOf(form.values()));
        return got;
    }

    // Addresses and ids: as if it had never been

    private void addressesOfTheCase(String who, CaseReference hidden, Map<String, List<String>> ids) {
        String id = ids.values().iterator().next().get(0);
        for (Route route : routes) {
            if (route.has("reference")) {
                alike(who, route, route.with(Map.of("reference", hidden.value()), id),
                        route.with(Map.of("reference", never.value()), id), hidden.value(), never.value());
            }
        }
        ids.forEach((kind, values) -> routes.stream().filter(route -> route.has("reference") && route.variables().size() > 1
                && who.equals(ALL_ROLES)).forEach(route -> values.forEach(value ->
                    alike(who, route, route.with(Map.of("reference", visible.value()), value),
                            route.with(Map.of("reference", visible.value()), twin(value)), value, twin(value)))));
    }

    /** In all roles at once every id of every kind in every place; in each role alone one of each kind. */
    private void idsOfTheCase(String who, CaseReference hidden, Map<String, List<String>> ids) {
        List<String> asked = who.equals(ALL_ROLES) ? ids.values().stream().flatMap(List::stream).distinct()
                .toList() : List.of();
        for (Route route : routes) {
            if (route.variables().isEmpty() || route.has("reference")) {
                continue;
            }
            List<String> values = new ArrayList<>(asked);
            values.addAll(natural(route, ids));
            values.stream().distinct().filter(value -> !value.equals(hidden.value())).forEach(value -> alike(who, route,
                    route.with(Map.of(), value), route.with(Map.of(), twin(value)), value, twin(value)));
        }
    }

    /** The ids that belong at that address. */
    private static List<String> natural(Route route, Map<String, List<String>> ids) {
        String pattern = route.pattern();
        String kind = pattern.startsWith("/steps/") ? "step" : pattern.startsWith("/messages/") ? "message"
                : pattern.startsWith("/incidents/") ? "job" : "letter";
        return ids.entrySet().stream().filter(each -> each.getKey().contains(kind)).flatMap(each ->
                each.getValue().stream()).toList();
    }

    /** Pages whose forms take a reference of another case. */
    private void formsThatNameIt(String who, CaseReference hidden) {
        for (Route route : routes) {
            if (route.isGet() || NOT_SENT_BLINDLY.contains(route.pattern()) || route.pattern().startsWith("/demonstration")) {
                continue;
            }
            Map<String, String> values = Map.of("reference", visible.value(), "id", "1", "username", "nobody-at-all",
                    "key", "no-such-team", "quarter", quarter());
            String address = route.with(values, "1");
            compare(who, route, "with the reference typed", hidden.value(), never.value(),
                    () -> post(who, address, naming(hidden)), () -> post(who, address, naming(never)));
        }
        String merge = "/cases/" + visible + "/merge?other=";
        compare(who, new Route("GET", merge), "merge", hidden.value(), never.value(),
                () -> outsiders.get(who).get(merge + hidden), () -> outsiders.get(who).get(merge + never));
    }

    private static Map<String, String> naming(CaseReference reference) {
        Map<String, String> form = new LinkedHashMap<>();
        for (String name : List.of("reference", "other", "case", "caseReference", "q", "text", "joinTo", "joinReference",
                "previousReference")) {
            form.put(name, reference.value());
        }
        return form;
    }

    private void alike(String who, Route route, String hiddenAddress, String neverAddress, String hidden, String made) {
        if (NOT_SENT_BLINDLY.contains(route.pattern())) {
            return;
        }
        Map<String, String> form = route.isGet() ? null : Map.of("reason", "Because", "text", "Something", "to",
                "team:north", "note", "", "do", "continue", "domesticAbuse", "no");
        compare(who, route, hiddenAddress, hidden, made, () -> ask(who, hiddenAddress, form),
                () -> ask(who, neverAddress, form));
    }

    private void compare(String who, Route route, String what, String hidden, String made,
                         Supplier<HttpResponse<String>> askHidden, Supplier<HttpResponse<String>> askNever) {
        String one = normal(askHidden.get()).replace(hidden, "‹asked›");
        String shape = made.replaceAll("\\d+", "9").replaceAll("[0-9a-f-]{20,}", "u");
        String other = twins.computeIfAbsent(who + route + shape + what.replace(hidden, ""),
                question -> normal(askNever.get()).replace(made, "‹asked›"));
        asked++;
        if (!one.equals(other)) {
            leaks.add(who + " " + route.method() + " " + route.pattern() + " (" + what + "): " + difference(one, other));
        }
        lookForNeedles(who, route.method() + " " + what, one, List.of());
    }

    private HttpResponse<String> ask(String who, String address, Map<String, String> form) {
        return form == null ? outsiders.get(who).get(address) : post(who, address, form);
    }

    private HttpResponse<String> post(String who, String address, Map<String, String> form) {
        Map<String, String> all = new LinkedHashMap<>(form);
        all.put("_csrf", tokens.get(who));
        return outsiders.get(who).postWithoutToken(address, all);
    }

    /** Another of the same shape and length, which nothing has. */
    private static String twin(String value) {
        if (value.matches("\\d+")) {
            return String.valueOf(Long.parseLong(value) + 150_000_000L);
        }
        return value.matches(UUIDS) ? UUID.nameUUIDFromBytes(value.getBytes(StandardCharsets.UTF_8)).toString()
                : new StringBuilder(value).reverse().toString();
    }

    // A person who comes again, the whole return, the time it takes, and who is named

    private void matchesAndApproaches() {
        Person person = HiddenHousehold.household(TEAM).applicant();
        for (String who : List.of(MAKER, ALL_ROLES)) {
            as(who, () -> assertThat(register.possibleMatches(person, PhoneNumber.parse(HiddenHousehold.PHONE)))
                    .as("matches for " + who).isEmpty());
        }
        as(NAMED, () -> assertThat(register.possibleMatches(person, null)).as("who is named finds it").hasSize(1));
    }

    /** Its step is the most urgent of the team and free; nobody who is not named gets it. */
    private void takingTheNext(CaseReference hidden) {
        for (String who : List.of(MAKER, ALL_ROLES)) {
            lookForNeedles(who, "/work/next", normal(post(who, "/work/next", Map.of())), List.of());
        }
        assertThat(jdbc.sql("select count(*) from worklist_step where case_reference = ? and owner is not null")
                .param(hidden.value()).query(Integer.class).single()).isZero();
    }

    /** The same people in a case that everybody sees: nothing leads from it to the restricted one. */
    private void casesThatBelongWithIt() {
        CaseReference[] made = new CaseReference[4];
        as(ALL_ROLES, () -> {
            Person other = Person.applicant("Kim", "Doublet", LocalDate.of(1990, 1, 1));
            made[0] = approaches.take(new NewApproach(NewCase.atTheDesk(TEAM, other, "Asked to leave")));
            made[1] = approaches.take(new NewApproach(NewCase.atTheDesk(TEAM, other, "Asked to leave")));
            merges.merge(made[0], made[1], "The same person", false);
            made[2] = approaches.take(new NewApproach(NewCase.atTheDesk(TEAM, other, "Asked to leave")));
            approaches.withdraw(made[2], "Went to stay with a friend");
            made[3] = reapplications.again(made[2], details.of(made[2]).household().get(0).id(), Channel.PHONE, TEAM,
                    "The friend asked them to leave");
        });
        leaks.clear();
        needles.addAll(List.of(made[1].value(), made[2].value()));
        everyPageOf(made[0]);
        everyPageOf(made[3]);
        assertThat(String.join("\n", leaks)).as("what is read while the cases that belong together are open to all")
                .contains(made[1].value(), made[2].value());
        leaks.clear();
        hide(made[1]);
        hide(made[2]);
        everyPageOf(made[0]);
        everyPageOf(made[3]);
        assertThat(String.join("\n", leaks)).as("what leads to a restricted case").isEmpty();
        as(ALL_ROLES, () -> {
            notes.add(made[0], "See " + made[1] + ", " + never + " and " + visible);
            assertThat(notes.of(made[0]).get(0).text()).as("a text tells no hidden case from one that never was")
                    .isEqualTo("See [reference not shown], [reference not shown] and " + visible);
        });
    }

    private void everyPageOf(CaseReference reference) {
        List<String> ids = household.ids(reference).values().stream().flatMap(List::stream).toList();
        for (Route route : routes) {
            if (route.isGet() && route.has("reference")) {
                for (String id : route.variables().size() > 1 ? ids : List.of("1")) {
                    String address = route.with(Map.of("reference", reference.value()), id);
                    lookForNeedles(ALL_ROLES, address, normal(outsiders.get(ALL_ROLES).get(address)), List.of());
                }
            }
        }
        household.steps(reference).forEach(step -> lookForNeedles(ALL_ROLES, "the step " + step,
                normal(outsiders.get(ALL_ROLES).get("/steps/" + step)), List.of()));
    }

    private void theReturnIsWholeOnlyForTheService(CaseReference hidden) {
        String whole = new String(current.asService(() -> returns.json(Quarter.parse(quarter()))).content(),
                StandardCharsets.UTF_8);
        assertThat(whole).contains(hidden.value());
        as("veil-service-manager", () -> assertThat(new String(returns.json(Quarter.parse(quarter())).content(),
                StandardCharsets.UTF_8)).doesNotContain(hidden.value()));
    }

    /** Not ten times slower or quicker: the middle of many, over a bound below which nobody can tell over a network. */
    private void sameTime(CaseReference hidden) {
        double one = milliseconds("/cases/" + hidden);
        double other = milliseconds("/cases/" + never);
        assertThat(Math.abs(one - other)).as("%.1f ms and %.1f ms", one, other).isLessThan(15 + Math.min(one, other));
    }

    private double milliseconds(String address) {
        double[] took = new double[31];
        for (int i = 0; i < took.length; i++) {
            long start = System.nanoTime();
            outsiders.get(ALL_ROLES).get(address);
            took[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(took);
        return took[took.length / 2];
    }

    private void whoIsNamedSeesIt(CaseReference hidden) {
        String step = jdbc.sql("select step_id from worklist_step where case_reference = ? order by due_at, step_id limit 1")
                .param(hidden.value()).query(String.class).single();
        for (String who : List.of(MANAGER, NAMED)) {
            Visitor named = Visitor.signedIn(port, who);
            assertThat(named.get("/cases/" + hidden).body()).as(who).contains(HiddenHousehold.FAMILY);
            assertThat(named.get("/cases/" + hidden + "/notes").body()).as(who).contains("Shrove Tuesday");
            assertThat(named.get("/steps/" + step).statusCode()).as("a step of another team's case, " + who).isEqualTo(200);
        }
        Visitor elsewhere = Visitor.signedIn(port, NAMED);
        elsewhere.post("/work/find", "/work/find", Map.of("text", HiddenHousehold.FAMILY));
        assertThat(elsewhere.get("/work/find").body()).as("found by somebody named in another team").contains(step);
        assertThat(Visitor.signedIn(port, MANAGER).get("/work/overdue").body()).contains(HiddenHousehold.FAMILY,
                "Restricted");
        assertThat(Visitor.signedIn(port, EMERGENCY).get("/cases/" + hidden).statusCode()).isEqualTo(404);
        as(EMERGENCY, () -> emergencies.open(hidden.value(), "Her life is in danger tonight"));
        assertThat(Visitor.signedIn(port, EMERGENCY).get("/cases/" + hidden).body()).contains(HiddenHousehold.FAMILY);
    }

    // What is compared

    /** Status, headers and body, without what is random in every answer. */
    private static String normal(HttpResponse<String> answer) {
        StringBuilder text = new StringBuilder().append(answer.statusCode()).append('\n');
        new TreeMap<>(answer.headers().map()).forEach((name, values) -> {
            if (!Set.of("date", "set-cookie", "keep-alive", "connection").contains(name.toLowerCase(Locale.ROOT))) {
                text.append(name).append(": ").append(values).append('\n');
            }
        });
        return text.append(answer.body()).toString().replaceAll("name=\"_csrf\"[^>]*value=\"[^\"]+\"", "‹token›")
                .replaceAll("(name=\"formId\"[^>]*value=\")" + UUIDS, "$1").replaceAll("search=" + UUIDS, "search=")
                .replaceAll("\"timestamp\":\"[^\"]+\"", "").replaceAll("(name=\"page\" value=\")[^\"]+", "$1")
                // What this test itself took before.
                .replaceAll("(?s)\\s*<h2[^>]*>Taken so far.*?</ul>", "").replaceAll("\\s+", " ");
    }

    private void lookForNeedles(String who, String what, String got, List<String> typed) {
        String text = got;
        for (String own : typed) {
            text = text.replace(own, "");
        }
        String small = text.toLowerCase(Locale.ROOT);
        List<String> searched = typed.isEmpty() ? needles : needles.stream()
                .filter(needle -> typed.stream().noneMatch(own -> own.contains(needle) || needle.contains(own))).toList();
        searched.stream().filter(needle -> small.contains(needle.toLowerCase(Locale.ROOT)))
                .forEach(needle -> leaks.add(who + " reads ‘" + needle + "’ at " + what));
    }

    private static String difference(String one, String other) {
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return "‘" + part(one, at) + "’ and not ‘" + part(other, at) + "’";
    }

    private static String part(String text, int at) {
        return text.substring(Math.max(0, at - 40), Math.min(text.length(), at + 80)).replaceAll("\\s+", " ");
    }

    private String quarter() {
        return Quarter.of(LocalDate.now(clock)).toString();
    }
}
