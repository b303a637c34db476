package org.threshold.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threshold.Acting.as;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.threshold.IntegrationTest;
import org.threshold.access.MatrixRows;
import org.threshold.access.Officer;
import org.threshold.access.Operation;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.access.Permissions;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseReferences;
import org.threshold.casefile.CaseRegister;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;

/**
 * Every route that the service has, over HTTP, by everybody: each has its row in {@code permissions/routes.txt}; whoever
 * may not gets the right status and nothing has changed; a hidden case is answered as one that never was.
 */
class RouteMatrixTest extends IntegrationTest {

    private static final String ROWS = "/permissions/routes.txt";
    private static final List<String> EVERYBODY = List.of("officer", "senior", "leader", "manager", "designer",
            "analyst", "admin", "dpo");
    private static final String UNKNOWN = CaseReferences.ofNumber(999_999_983).value();

    @Autowired
    private List<RequestMappingHandlerMapping> mappings;
    @Autowired
    private CaseRegister register;
    @Autowired
    private Permissions permissions;
    @Autowired
    private People people;
    @Autowired
    private JdbcClient jdbc;
    @LocalServerPort
    private int port;

    /** @param operation null where nobody said which it is */
    private record Route(String method, String pattern, Operation operation) {

        String row() {
            return (operation == null ? "NOTHING" : operation.isOpen() ? "OPEN" : operation.permission().name()) + " "
                    + method + " " + pattern;
        }

        boolean isOfACase() {
            return pattern.contains("{reference}");
        }

        /** Where a route is about a person, it is asked about whoever asks: what others may be asked is a rule of its own. */
        Route askedBy(String username) {
            return new Route(method, pattern.replace("{username}", username), operation);
        }

        String at(String reference) {
            return pattern.replace("{reference}", reference).replace("{quarter}", "2026-Q4").replace("{id}", "999999")
                    .replaceAll("\\{[^}]*}", "999999");
        }
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void everyRouteHasItsRow() {
        TreeSet<String> found = routes().map(Route::row).collect(Collectors.toCollection(TreeSet::new));

        TreeSet<String> missing = new TreeSet<>(found);
        missing.removeAll(MatrixRows.of(ROWS));
        TreeSet<String> gone = new TreeSet<>(MatrixRows.of(ROWS));
        gone.removeAll(found);
        assertThat(missing).as("Ask who may, then add these rows to src/test/resources" + ROWS).isEmpty();
        assertThat(gone).as("Take these rows out of src/test/resources" + ROWS).isEmpty();
        assertThat(found).noneMatch(row -> row.startsWith("NOTHING"));
    }

    /** Every route is asked by every role; whoever may not changes nothing by asking. */
    @Test
    void whoeverMayNotIsRefusedAndNothingChanges() {
        CaseReference ordinary = open("officer", "north");
        Map<String, Caller> callers = callers();
        List<String> wrong = new ArrayList<>();
        AllTables tables = new AllTables(jdbc);
        Map<String, String> before = held(tables);
        int refused = 0;
        for (Map.Entry<String, Caller> one : callers.entrySet()) {
            for (Route route : routes().filter(it -> it.operation() != null && !it.operation().isOpen()).toList()) {
                if (!may(one.getKey(), route.operation().permission())) {
                    refused++;
                    expect(403, one, route, ordinary.value(), wrong);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(held(tables)).isEqualTo(before);
        assertThat(refused).isGreaterThan(400);
    }

    /** An officer of another team sees the case and records contact, and works on nothing of it. */
    @Test
    void whoeverHasNothingToDoWithTheCaseWorksOnNothingOfIt() {
        CaseReference others = open("officer2", "south");
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Caller> one : callers().entrySet()) {
            if (!Set.of("officer", "senior").contains(one.getKey())) {
                continue;
            }
            for (Route route : routes().filter(Route::isOfACase).toList()) {
                Permission needed = route.operation().permission();
                if (Set.of(Permission.WORK_CASES, Permission.RESTRICT_CASE).contains(needed)) {
                    expect(403, one, route, others.value(), wrong);
                } else if (route.method().equals("GET") && may(one.getKey(), needed)) {
                    refusedNever(one, route, others.value(), wrong);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Same status and same words as a reference that never was, and nothing changes: for every route of a case. */
    @Test
    void aHiddenCaseIsAnsweredAsOneThatNeverWas() {
        CaseReference hidden = open("officer", "north");
        jdbc.sql("insert into case_restriction values (?, 'OTHER', 'For the matrix', 'leader2', 'matrix', now())")
                .param(hidden.value()).update();
        Map<String, Caller> callers = callers();
        List<String> wrong = new ArrayList<>();
        AllTables tables = new AllTables(jdbc);
        Map<String, String> before = held(tables);
        for (Map.Entry<String, Caller> one : callers.entrySet()) {
            for (Route route : routes().filter(Route::isOfACase).toList()) {
                Caller.Reply there = ask(one.getValue(), route, hidden.value());
                Caller.Reply never = ask(one.getValue(), route, UNKNOWN);
                boolean same = there.status() == never.status()
                        && there.text().equals(never.text().replace(UNKNOWN, hidden.value()));
                if (there.status() != 404 || !same) {
                    wrong.add(one.getKey() + " " + route.row() + ": " + there.status() + " and " + never.status());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(held(tables)).isEqualTo(before);
    }

    /** Whoever may look gets an answer: a page, another address, or that this very thing is not there. */
    @Test
    void whoeverMayLookIsNotRefused() {
        CaseReference ordinary = open("officer", "north");
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Caller> one : callers().entrySet()) {
            routes().filter(route -> route.method().equals("GET") && route.operation() != null
                            && !route.operation().isOpen() && may(one.getKey(), route.operation().permission()))
                    .forEach(route -> refusedNever(one, route, ordinary.value(), wrong));
        }
        assertThat(wrong).isEmpty();
    }

    private void refusedNever(Map.Entry<String, Caller> one, Route route, String reference, List<String> wrong) {
        Caller.Reply reply = ask(one.getValue(), route.askedBy(one.getKey()), reference);
        boolean byRole = reply.status() == 403 && (reply.text().contains("Your role does not allow it")
                || reply.text().contains("lies with another team"));
        if (byRole || reply.status() >= 500) {
            wrong.add(one.getKey() + " " + route.row() + ": " + reply.status());
        }
    }

    private void expect(int status, Map.Entry<String, Caller> one, Route route, String reference, List<String> wrong) {
        Caller.Reply reply = route.pattern().startsWith("/api/") ? askAsProgram(one.getKey(), route)
                : ask(one.getValue(), route, reference);
        if (reply.status() != status) {
            wrong.add(one.getKey() + " " + route.row() + ": " + reply.status() + " instead of " + status);
        }
    }

    /** The interface knows no session: who asks says so in each call. */
    private Caller.Reply askAsProgram(String username, Route route) {
        String who = Base64.getEncoder().encodeToString((username + ":demo").getBytes(StandardCharsets.UTF_8));
        return Caller.stranger(port).send(route.method(), route.pattern(), null, new byte[0], "Authorization",
                "Basic " + who);
    }

    private static Caller.Reply ask(Caller caller, Route route, String reference) {
        return route.method().equals("POST") ? caller.post(route.at(reference)) : caller.send(route.method(),
                route.at(reference), null, new byte[0]);
    }

    private boolean may(String username, Permission permission) {
        Officer officer = people.find(username).orElseThrow();
        return permissions.allows(officer, permission);
    }

    private Map<String, Caller> callers() {
        Map<String, Caller> callers = new LinkedHashMap<>();
        EVERYBODY.forEach(username -> callers.put(username, Caller.signedIn(port, username)));
        return callers;
    }

    /** Without what is meant to be written when somebody is refused, or is simply there. */
    private static Map<String, String> held(AllTables tables) {
        Map<String, String> held = new TreeMap<>(tables.held());
        held.keySet().removeIf(table -> table.contains("audit_") || table.contains("session"));
        return held;
    }

    private CaseReference open(String username, String team) {
        return as(username, () -> register.open(NewCase.atTheDesk(team, Person.applicant("Rowena", "Routely", null),
                "For the matrix of routes")));
    }

    private Stream<Route> routes() {
        return mappings.stream().flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("org.threshold."))
                .flatMap(entry -> routesOf(entry.getKey(), entry.getValue()));
    }

    private static Stream<Route> routesOf(RequestMappingInfo mapped, HandlerMethod handler) {
        Optional<Operation> operation = Operation.of(handler.getMethod(), handler.getBeanType());
        Set<RequestMethod> methods = mapped.getMethodsCondition().getMethods();
        return mapped.getPatternValues().stream().flatMap(pattern ->
                (methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : methods).stream()
                        .map(method -> new Route(method.name(), pattern, operation.orElse(null))));
    }
}
