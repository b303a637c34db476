package org.threshold.charge.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.threshold.access.Needs;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.access.Team;
import org.threshold.accommodation.Words;
import org.threshold.charge.AccommodationType;
import org.threshold.charge.Arrears;
import org.threshold.charge.ArrearsCause;
import org.threshold.charge.ArrearsProposal;
import org.threshold.charge.ArrearsProposals;
import org.threshold.charge.ArrearsRow;
import org.threshold.charge.ArrearsSplit;
import org.threshold.charge.Pounds;

/** What is owed for temporary accommodation, by type and cause, each figure with the accounts behind it. */
@Controller
@RequestMapping("/arrears")
class ArrearsController {

    private static final int PAGE = 50;

    private final Arrears arrears;
    private final ArrearsProposals proposals;
    private final People people;
    private final Clock clock;

    ArrearsController(Arrears arrears, ArrearsProposals proposals, People people, Clock clock) {
        this.arrears = arrears;
        this.proposals = proposals;
        this.people = people;
        this.clock = clock;
    }

    /** What is looked at; empty texts choose nothing. */
    record Choice(LocalDate on, boolean asKnownThen, String team, AccommodationType type, ArrearsCause cause,
                  boolean left) {

        boolean fits(ArrearsRow row) {
            return (team.isEmpty() || team.equals(row.team())) && (type == null || type == row.type())
                    && (cause == null || row.split().of(cause) > 0) && (!left || row.account().ended());
        }

        String address(AccommodationType otherType, ArrearsCause otherCause, int page) {
            UriComponentsBuilder address = UriComponentsBuilder.fromPath("/arrears").queryParam("on", on);
            if (asKnownThen) {
                address.queryParam("known", "then");
            }
            if (!team.isEmpty()) {
                address.queryParam("team", team);
            }
            if (otherType != null) {
                address.queryParam("type", otherType.name());
            }
            if (otherCause != null) {
                address.queryParam("cause", otherCause.name());
            }
            if (left) {
                address.queryParam("left", "yes");
            }
            return (page > 1 ? address.queryParam("page", page) : address).encode().build().toUriString();
        }
    }

    /** One row of the table of types: its figure in each column, with the address of the accounts behind it. */
    public record TypeRow(String words, List<Figure> figures, Figure total) {
    }

    public record Figure(String pounds, String href) {
    }

    /** One account of the list. */
    public record AccountLine(String reference, String href, String number, String unit, String type, String team,
                              String owed, String causes, String state) {
    }

    /**
     * @param on   the last day that counts, like 2027-06-30; anything else is today
     * @param page from 1
     */
    @GetMapping
    @Needs(Permission.SEE_ALL_WORK)
    String list(@RequestParam(defaultValue = "") String on, @RequestParam(defaultValue = "") String known,
                @RequestParam(defaultValue = "") String team, @RequestParam(defaultValue = "") String type,
                @RequestParam(defaultValue = "") String cause, @RequestParam(defaultValue = "") String left,
                @RequestParam(defaultValue = "1") String page, Model model) {
        Choice choice = new Choice(day(on), known.equals("then"), team, find(AccommodationType.values(), type),
                find(ArrearsCause.values(), cause), left.equals("yes"));
        Arrears.Report report = arrears.on(choice.on(), choice.asKnownThen());
        Choice all = new Choice(choice.on(), choice.asKnownThen(), team, null, null, choice.left());
        Arrears.Report counted = Arrears.Report.of(report.onDay(), report.rows().stream().filter(all::fits).toList());
        List<ArrearsRow> rows = counted.rows().stream().filter(choice::fits).toList();
        int pages = Math.max(1, (rows.size() + PAGE - 1) / PAGE);
        int shown = page.matches("[1-9][0-9]{0,3}") ? Math.min(Integer.parseInt(page), pages) : 1;
        table(model, counted, choice);
        lines(model, rows.subList((shown - 1) * PAGE, Math.min(rows.size(), shown * PAGE)));
        model.addAttribute("count", rows.size());
        model.addAttribute("sum", Words.pounds(ArrearsSplit.sum(rows.stream().map(ArrearsRow::split).toList()).total()));
        model.addAttribute("choice", choice);
        model.addAttribute("onDay", Words.day(choice.on()));
        model.addAttribute("teams", people.teams());
        model.addAttribute("showAll", choice.address(null, null, 1));
        model.addAttribute("previous", shown > 1 ? choice.address(choice.type(), choice.cause(), shown - 1) : null);
        model.addAttribute("next", shown < pages ? choice.address(choice.type(), choice.cause(), shown + 1) : null);
        return "charge/arrears";
    }

    private void table(Model model, Arrears.Report report, Choice choice) {
        List<ArrearsCause> causes = Arrays.stream(ArrearsCause.values()).filter(each -> report.all().of(each) != 0)
                .toList();
        model.addAttribute("causes", causes);
        model.addAttribute("types", report.byType().entrySet().stream().map(each -> new TypeRow(each.getKey().words(),
                causes.stream().map(cause -> figure(each.getValue().of(cause), choice, each.getKey(), cause)).toList(),
                figure(each.getValue().total(), choice, each.getKey(), null))).toList());
        model.addAttribute("all", new TypeRow("Together", causes.stream().map(cause -> figure(report.all().of(cause),
                choice, null, cause)).toList(), figure(report.all().total(), choice, null, null)));
        model.addAttribute("ofClaims", Words.pounds(report.all().ofClaims()));
        model.addAttribute("share", report.all().total() == 0 ? 0
                : report.all().ofClaims() * 100 / report.all().total());
    }

    private static Figure figure(long pence, Choice choice, AccommodationType type, ArrearsCause cause) {
        return new Figure(Words.pounds(pence), pence == 0 ? null : choice.address(type, cause, 1));
    }

    private void lines(Model model, List<ArrearsRow> rows) {
        Map<String, String> teams = people.teams().stream().collect(Collectors.toMap(Team::key, Team::name));
        model.addAttribute("lines", rows.stream().map(row -> line(row, teams)).toList());
    }

    private static AccountLine line(ArrearsRow row, Map<String, String> teams) {
        String reference = row.account().caseReference().value();
        return new AccountLine(reference, "/cases/" + reference + "/placements/" + row.account().placementId()
                + "/account", row.account().number(), row.unitName(), row.type().words(),
                teams.getOrDefault(row.team(), row.team()), Words.pounds(row.owed()),
                row.split().parts().entrySet().stream().map(part -> part.getKey().words() + " "
                        + Words.pounds(part.getValue())).collect(Collectors.joining("; ")), row.state().words());
    }

    private LocalDate day(String typed) {
        LocalDate today = LocalDate.now(clock);
        try {
            LocalDate day = typed.isEmpty() ? today : LocalDate.parse(typed);
            return day.isAfter(today) ? today : day;
        } catch (DateTimeParseException none) {
            return today;
        }
    }

    private static <E extends Enum<E>> E find(E[] values, String name) {
        Optional<E> found = Arrays.stream(values).filter(each -> each.name().equals(name)).findFirst();
        return found.orElse(null);
    }

    /** What is proposed and waits for an answer, largest amounts first. */
    @GetMapping("/proposals")
    @Needs(Permission.VIEW_CASES)
    String proposals(@RequestParam(defaultValue = "") String team, Model model) {
        List<ArrearsProposal> open = proposals.open(team.isEmpty() ? null : team);
        model.addAttribute("proposals", open.subList(0, Math.min(open.size(), ArrearsProposals.MOST)));
        model.addAttribute("more", open.size() > ArrearsProposals.MOST);
        model.addAttribute("most", ArrearsProposals.MOST);
        model.addAttribute("teams", people.teams());
        model.addAttribute("team", team);
        model.addAttribute("pounds", new Pounds());
        return "charge/proposals";
    }
}
