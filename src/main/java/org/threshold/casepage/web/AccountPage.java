package org.threshold.casepage.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.util.UriComponentsBuilder;
import org.threshold.access.CaseAccess;
import org.threshold.access.Permission;
import org.threshold.accommodation.Units;
import org.threshold.casefile.CaseReference;
import org.threshold.charge.Arrears;
import org.threshold.charge.ArrearsProposal;
import org.threshold.charge.ArrearsProposals;
import org.threshold.charge.ChargeAccounts;
import org.threshold.charge.ChargeRequest;
import org.threshold.charge.ChargeRequests;
import org.threshold.charge.Pounds;
import org.threshold.charge.Statement;

/** Gathers what the pages of a charge account show. */
@Component
class AccountPage {

    /** By which day, as known when, and from when a statement is asked for. */
    static final Set<String> PERIOD = Set.of("on-day", "on-month", "on-year", "from-day", "from-month", "from-year",
            "known");

    private static final int MOST_ROWS = 400;

    private final ChargeAccounts accounts;
    private final ChargeRequests requests;
    private final ArrearsProposals proposals;
    private final Arrears arrears;
    private final Units units;
    private final CaseAccess access;
    private final Words words;
    private final Clock clock;

    AccountPage(ChargeAccounts accounts, ChargeRequests requests, ArrearsProposals proposals, Arrears arrears,
                Units units, CaseAccess access, Words words, Clock clock) {
        this.accounts = accounts;
        this.requests = requests;
        this.proposals = proposals;
        this.arrears = arrears;
        this.units = units;
        this.access = access;
        this.words = words;
        this.clock = clock;
    }

    /** @param form the period that was asked for, or what was typed into one of the page's other forms */
    String show(Model model, CaseReference of, long placementId, TypedForm form, String view) {
        Statement statement = statement(of, placementId, form);
        model.addAttribute("form", form);
        model.addAttribute("statement", statement);
        model.addAttribute("account", statement.account());
        model.addAttribute("rows", last(statement.rows()));
        model.addAttribute("more", statement.rows().size() > MOST_ROWS ? MOST_ROWS : 0);
        model.addAttribute("split", arrears.of(statement));
        model.addAttribute("state", accounts.state(of, placementId));
        model.addAttribute("arrangement", accounts.arrangement(of, placementId).orElse(null));
        model.addAttribute("unit", units.get(statement.account().unitId()));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("pounds", new Pounds());
        model.addAttribute("at", "/cases/" + of + "/placements/" + placementId + "/account");
        model.addAttribute("query", query(statement));
        requests(model, of, placementId);
        proposals(model, of, placementId);
        model.addAttribute("choices", AccountController.choices());
        model.addAttribute("takeable", statement.rows().stream().filter(Statement.Row::mayTakeBack)
                .map(row -> new Option(String.valueOf(row.lineId()), words.day(row.onDay()) + ": " + row.words()
                        + ", " + new Pounds().plain(row.pence()))).toList());
        return view;
    }

    private Statement statement(CaseReference of, long placementId, TypedForm form) {
        LocalDate today = LocalDate.now(clock);
        LocalDate on = form.date("on", "The day");
        LocalDate from = form.date("from", "The first day");
        if (on != null && on.isAfter(today)) {
            form.wrong("on", "The day cannot be in the future");
        }
        return accounts.statement(of, placementId, on == null || on.isAfter(today) ? today : on,
                form.text("known").equals("then"), from);
    }

    /** The latest of them: what is older is asked for by an earlier day. */
    private static List<Statement.Row> last(List<Statement.Row> rows) {
        return rows.subList(Math.max(0, rows.size() - MOST_ROWS), rows.size());
    }

    private static String query(Statement statement) {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        day(query, "on", statement.onDay());
        day(query, "from", statement.from());
        return query.queryParam("known", statement.asKnownThen() ? "then" : "now").build().toUriString();
    }

    private static void day(UriComponentsBuilder query, String key, LocalDate day) {
        query.queryParam(key + "-day", day.getDayOfMonth()).queryParam(key + "-month", day.getMonthValue())
                .queryParam(key + "-year", day.getYear());
    }

    private void requests(Model model, CaseReference of, long placementId) {
        List<ChargeRequest> all = requests.of(of, placementId);
        ChargeRequest open = all.stream().filter(ChargeRequest::open).min(Comparator.comparing(ChargeRequest::id))
                .orElse(null);
        boolean mayAdjust = access.allows(Permission.ADJUST_CHARGES, of);
        model.addAttribute("requests", all);
        model.addAttribute("openRequest", open);
        model.addAttribute("mayAdjust", mayAdjust);
        model.addAttribute("mayNotAnswer", open == null || !mayAdjust ? null : requests.refusal(of, open));
    }

    private void proposals(Model model, CaseReference of, long placementId) {
        List<ArrearsProposal> all = proposals.of(of, placementId);
        model.addAttribute("proposals", all);
        model.addAttribute("openProposal", all.stream().filter(ArrearsProposal::open).findFirst().orElse(null));
    }
}
