package org.threshold.launch.web;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.threshold.access.PermissionTable;
import org.threshold.access.PermissionTable.Line;

/** The page of the handbook about permissions, written from the tables and the routes as they are. */
@Component
class PermissionsHandbook {

    private final PermissionRoutes routes;

    PermissionsHandbook(PermissionRoutes routes) {
        this.routes = routes;
    }

    String markdown() {
        List<Line> lines = PermissionTable.lines();
        List<Line> onCases = lines.stream().filter(line -> !line.restricted().isEmpty()).toList();
        List<Line> others = lines.stream().filter(line -> line.restricted().isEmpty()).toList();
        return """
                # Who may see and do what

                This page is written by Threshold from the tables that its guard decides by; signed in, everybody reads \
                the same at `/permissions`. A test fails when it is out of date. \
                `mvn test -Dtest=PermissionsHandbookTest -Dthreshold.handbook=write` writes it anew.

                What is not marked is refused. Whoever has several roles may what any of them allows.

                ## How it is decided

                Three questions, in this order:

                1. **Does the case exist for them?** A restricted case exists for the people named on it, and for a few \
                hours for whoever opened it in an emergency. For everybody else, whatever their role, it is answered as a \
                reference that never was.
                2. **Does one of their roles allow the operation?** The first two tables say so: on *any case*, or on \
                their *own cases*, where they have to do with the case.
                3. **On a restricted case, what is left of it?** The third table says so. Being named counts as having \
                to do with the case.

                Whoever has declared that they know the people of a case still sees it, records contact on it and may \
                restrict it, and does nothing else there.

                What somebody has to do with a case:

                %s

                The guard stands before every route and before every use case, so a page that hides a link only spares \
                a refusal. A use case that is part of another one is not asked for its own operation: whoever may merge \
                two cases may have the letters written that merging writes. Whether the case exists for them is asked \
                each time. A few rules look closer than a table can and are asked besides: who may hold a step \
                (`worklist.StepRules`), and who may sign (`access.SecondPerson`).

                ## Operations on cases

                %s

                ## Other operations

                %s

                ## What a restriction leaves

                To whoever may by role, on a restricted case that they see:

                %s

                ## Which addresses belong to each operation

                %s

                ### No permission needed

                %s
                * What is answered before any route is asked: %s
                """.formatted(bullets(PermissionTable.RELATIONS), byRole(onCases), byRole(others), restricted(onCases),
                addresses(lines), open(), code(RouteOperations.BEFORE_ROUTES));
    }

    private static String byRole(List<Line> lines) {
        List<String> head = Stream.concat(Stream.concat(Stream.of("They may"), PermissionTable.roles().stream()),
                Stream.of("Threshold itself")).toList();
        return table(head, lines.stream().map(line -> Stream.concat(Stream.concat(Stream.of(line.title()),
                line.byRole().stream()), Stream.of(line.service() ? "Yes" : "")).toList()).toList());
    }

    private static String restricted(List<Line> lines) {
        List<String> head = Stream.concat(Stream.of("They may"), PermissionTable.KINDS_OF_SIGHT.stream()).toList();
        return table(head, lines.stream().map(line -> Stream.concat(Stream.of(line.title()),
                line.restricted().stream().map(left -> left ? "Yes" : "")).toList()).toList());
    }

    private static String table(List<String> head, List<List<String>> rows) {
        return Stream.concat(Stream.of(row(head), row(Collections.nCopies(head.size(), "---"))),
                rows.stream().map(PermissionsHandbook::row)).collect(Collectors.joining("\n"));
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private String addresses(List<Line> lines) {
        return lines.stream().filter(line -> !routes.pages(line.permission()).isEmpty())
                .map(line -> "* **" + line.title() + "**: " + code(routes.pages(line.permission())))
                .collect(Collectors.joining("\n"));
    }

    private String open() {
        return routes.open().entrySet().stream().map(each -> "* " + each.getKey() + ": " + code(each.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String code(List<String> addresses) {
        return addresses.stream().map(address -> "`" + address + "`").collect(Collectors.joining(", "));
    }

    private static String bullets(List<String> lines) {
        return lines.stream().map(line -> "* " + line).collect(Collectors.joining("\n"));
    }
}
