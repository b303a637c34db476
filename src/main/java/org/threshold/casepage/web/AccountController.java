package org.threshold.casepage.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseReference;
import org.threshold.charge.Arrangement;
import org.threshold.charge.ArrearsProposals;
import org.threshold.charge.ChargeAccounts;
import org.threshold.charge.ChargeRequests;
import org.threshold.charge.LineKind;
import org.threshold.charge.Money;

/** The charge account of a placement: what is owed and why, and everything that can be done about it. */
@Controller
@RequestMapping("/cases/{reference}/placements/{placementId}/account")
class AccountController {

    private static final int LONGEST = 1000;
    private static final int LONGEST_ON_STATEMENT = 200;
    private static final int LONGEST_RECEIPT = 60;

    /** What somebody can ask for; the sign of the amount follows from it. */
    private enum Change {
        LESS("Charge less", LineKind.ADJUSTMENT, -1), MORE("Charge more", LineKind.ADJUSTMENT, 1),
        WRITE_OFF("Write off what cannot be recovered", LineKind.WRITE_OFF, -1),
        REFUND("Pay back what is in credit", LineKind.REFUND, 1);

        private final String title;
        private final LineKind kind;
        private final int sign;

        Change(String title, LineKind kind, int sign) {
            this.title = title;
            this.kind = kind;
            this.sign = sign;
        }
    }

    private enum YesNo { YES, NO }

    private final CaseFrame frame;
    private final AccountPage page;
    private final ChargeAccounts accounts;
    private final ChargeRequests requests;
    private final ArrearsProposals proposals;

    AccountController(CaseFrame frame, AccountPage page, ChargeAccounts accounts, ChargeRequests requests,
                      ArrearsProposals proposals) {
        this.frame = frame;
        this.page = page;
        this.accounts = accounts;
        this.requests = requests;
        this.proposals = proposals;
    }

    @Needs(Permission.VIEW_CASES)
    @GetMapping
    String show(@PathVariable String reference, @PathVariable long placementId,
                @RequestParam MultiValueMap<String, String> asked, Model model) {
        CaseReference of = frame.show(model, reference, "accommodation").reference();
        return page.show(model, of, placementId, period(asked), "casepage/account");
    }

    /** The same to print: for the household, without what only officers do. */
    @Needs(Permission.VIEW_CASES)
    @GetMapping("/statement")
    String statement(@PathVariable String reference, @PathVariable long placementId,
                     @RequestParam MultiValueMap<String, String> asked, Model model) {
        CaseReference of = frame.show(model, reference, "").reference();
        return page.show(model, of, placementId, period(asked), "casepage/account-statement");
    }

    /** What is looked at: a day, as known when, and from when line by line. Other parameters are left aside. */
    private static TypedForm period(MultiValueMap<String, String> asked) {
        MultiValueMap<String, String> known = new LinkedMultiValueMap<>();
        asked.forEach((key, values) -> {
            if (AccountPage.PERIOD.contains(key)) {
                known.put(key, values);
            }
        });
        return TypedForm.of(known, AccountPage.PERIOD::contains);
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping("/payment")
    String payment(@PathVariable String reference, @PathVariable long placementId,
                   @RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "payAmount", "payOn-day", "payOn-month", "payOn-year", "payReceipt");
        return done(reference, placementId, form, model, redirect, "The payment is on the account.", (of, typed) -> {
            Long pence = amount(typed, "payAmount");
            LocalDate on = required(typed, "payOn", "The day of the payment", "Enter the day on which it was paid");
            String receipt = typed.required("payReceipt", LONGEST_RECEIPT, "The receipt number",
                    "Enter the number of the receipt");
            if (!typed.isWrong()) {
                Refusals.into(typed, () -> accounts.receive(of, placementId, pence, on, receipt));
            }
        });
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping("/change")
    String ask(@PathVariable String reference, @PathVariable long placementId,
               @RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "change", "changeAmount", "changeWords", "changeReason");
        return done(reference, placementId, form, model, redirect,
                "You have asked for it. Somebody with authority answers.", (of, typed) -> {
                    Change change = chosen(typed, "change", Change.class, "Select what should be done");
                    Long pence = amount(typed, "changeAmount");
                    String words = typed.required("changeWords", LONGEST_ON_STATEMENT, "What the statement says",
                            "Enter what the household reads on the statement");
                    String reason = typed.required("changeReason", LONGEST, "The reason", "Enter why");
                    if (!typed.isWrong()) {
                        Refusals.into(typed, () -> requests.ask(of, placementId, change.kind, change.sign * pence,
                                words, reason));
                    }
                });
    }

    @Needs(Permission.ADJUST_CHARGES)
    @PostMapping("/changes/{requestId}")
    String answer(@PathVariable String reference, @PathVariable long placementId, @PathVariable long requestId,
                  @RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "agreed", "answerWords");
        return done(reference, placementId, form, model, redirect, "Your answer is kept.", (of, typed) -> {
            YesNo agreed = chosen(typed, "agreed", YesNo.class, "Select whether you agree");
            String words = typed.required("answerWords", LONGEST, "Your reason", "Enter your reason");
            if (!typed.isWrong()) {
                Refusals.into(typed, () -> requests.answer(of, placementId, requestId, agreed == YesNo.YES, words));
            }
        });
    }

    @Needs(Permission.ADJUST_CHARGES)
    @PostMapping("/take-back")
    String takeBack(@PathVariable String reference, @PathVariable long placementId,
                    @RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "line", "takeWhy");
        return done(reference, placementId, form, model, redirect, "The line was taken back by a line of its own.",
                (of, typed) -> {
                    if (!typed.text("line").matches("[0-9]{1,18}")) {
                        typed.wrong("line", "Select the line");
                    }
                    String why = typed.required("takeWhy", LONGEST, "The reason", "Enter why it is taken back");
                    if (!typed.isWrong()) {
                        Refusals.into(typed, () -> accounts.takeBack(of, placementId,
                                Long.parseLong(typed.text("line")), why));
                    }
                });
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping("/arrangement")
    String arrange(@PathVariable String reference, @PathVariable long placementId,
                   @RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "arrangeAmount", "every", "first-day", "first-month", "first-year",
                "arrangeWords");
        return done(reference, placementId, form, model, redirect, "The arrangement is kept.", (of, typed) -> {
            Long pence = amount(typed, "arrangeAmount");
            Arrangement.Every every = chosen(typed, "every", Arrangement.Every.class, "Select how often they pay");
            LocalDate first = required(typed, "first", "The first day", "Enter when they pay first");
            String words = typed.required("arrangeWords", LONGEST, "What was agreed",
                    "Enter how you know that they can afford it");
            if (!typed.isWrong()) {
                Refusals.into(typed, () -> accounts.arrange(of, placementId, pence, every, first, words));
            }
        });
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping("/arrangement/end")
    String endArrangement(@PathVariable String reference, @PathVariable long placementId,
                          @RequestParam MultiValueMap<String, String> posted, Model model,
                          RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "endWhy");
        return done(reference, placementId, form, model, redirect, "The arrangement has ended.", (of, typed) -> {
            String why = typed.required("endWhy", LONGEST, "The reason", "Enter why it ends");
            if (!typed.isWrong()) {
                Refusals.into(typed, () -> accounts.endArrangement(of, placementId, why));
            }
        });
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping("/proposals/{proposalId}")
    String propose(@PathVariable String reference, @PathVariable long placementId, @PathVariable long proposalId,
                   @RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "accepted", "proposalWords");
        return done(reference, placementId, form, model, redirect, "Your answer is kept on the case.", (of, typed) -> {
            YesNo accepted = chosen(typed, "accepted", YesNo.class, "Select whether you accept it");
            String words = typed.optional("proposalWords", LONGEST, "What you do, or why not");
            if (accepted == YesNo.NO && words == null && !typed.isWrong()) {
                typed.wrong("proposalWords", "Enter why you reject it");
            }
            if (!typed.isWrong()) {
                Refusals.into(typed, () -> proposals.answer(of, placementId, proposalId, accepted == YesNo.YES, words));
            }
        });
    }

    /** Does it and goes back to the account, or shows the account with what is wrong and what was typed. */
    private String done(String reference, long placementId, TypedForm form, Model model, RedirectAttributes redirect,
                        String confirmation, BiConsumer<CaseReference, TypedForm> work) {
        CaseReference of = frame.show(model, reference, "accommodation").reference();
        accounts.get(of, placementId);
        work.accept(of, form);
        if (form.isWrong()) {
            return page.show(model, of, placementId, form, "casepage/account");
        }
        redirect.addFlashAttribute("confirmation", confirmation);
        return "redirect:/cases/" + of + "/placements/" + placementId + "/account";
    }

    private static Long amount(TypedForm form, String key) {
        if (form.text(key).isEmpty()) {
            form.wrong(key, "Enter the amount in pounds, like 45.50");
        }
        return form.parsed(key, Money::pence);
    }

    private static LocalDate required(TypedForm form, String key, String what, String whenEmpty) {
        LocalDate day = form.date(key, what);
        if (day == null && form.error(key) == null) {
            form.wrong(key, whenEmpty);
        }
        return day;
    }

    private static <E extends Enum<E>> E chosen(TypedForm form, String key, Class<E> type, String whenEmpty) {
        E chosen = form.choice(key, type, whenEmpty);
        if (chosen == null && form.error(key) == null) {
            form.wrong(key, whenEmpty);
        }
        return chosen;
    }

    static Map<String, List<Option>> choices() {
        return Map.of("changes", Arrays.stream(Change.values()).map(each -> new Option(each.name(), each.title))
                        .toList(), "every", Arrays.stream(Arrangement.Every.values())
                        .map(each -> new Option(each.name(), each.words())).toList(),
                "agreed", List.of(new Option("YES", "Yes, I agree"), new Option("NO", "No")),
                "accepted", List.of(new Option("YES", "Yes, we do this"), new Option("NO", "No")));
    }
}
