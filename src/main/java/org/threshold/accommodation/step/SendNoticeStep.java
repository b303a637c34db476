package org.threshold.accommodation.step;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.HostNotice;
import org.threshold.accommodation.HostNotice.Kind;
import org.threshold.accommodation.HostNotice.Way;
import org.threshold.accommodation.HostNotices;
import org.threshold.accommodation.Words;
import org.threshold.form.FieldError;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;
import org.threshold.worklist.StepVariables;

/** An officer sends a notice to a host council that could not go by itself. */
@Component
class SendNoticeStep implements StepHandler {

    private static final String WAY = "noticeWay";
    /** What is chosen where it was not sent. */
    static final List<String> NOT_SENT = List.of("AGAIN", "ON_ITS_WAY", "NOT_TOLD");

    final HostNotices notices;
    private final StepVariables variables;

    SendNoticeStep(HostNotices notices, StepVariables variables) {
        this.notices = notices;
        this.variables = variables;
    }

    @Override
    public String formKey() {
        return "send-host-notice";
    }

    Kind kind() {
        return Kind.ARRIVAL;
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Map<String, String> beside = new LinkedHashMap<>();
        notice(step).ifPresent(notice -> {
            beside.put("To", notice.districtName());
            beside.put("About", notice.address().replace("\n", ", "));
            beside.put(kind() == Kind.ARRIVAL ? "Made available on" : "Left on", Words.day(notice.onDay()));
            if (notice.dueOn() != null) {
                beside.put("To be given by", Words.day(notice.dueOn()));
            }
            notice.sentOn().ifPresent(on -> beside.put("It has gone out", "on " + Words.day(on)));
            beside.put("Tried before", notice.sendings().stream().filter(sending -> sending.sentOn() == null)
                    .map(sending -> sending.sentTo() + (sending.proof() == null ? "" : ": " + sending.proof()))
                    .collect(Collectors.joining("; ")));
            notices.whyByHand(notice.placementId(), kind()).ifPresent(why -> beside.put("Why by hand", why));
            beside.values().removeIf(String::isEmpty);
        });
        return new HashMap<>(Map.of("beside", beside));
    }

    private java.util.Optional<HostNotice> notice(StepContext step) {
        return notices.of(step.caseReference(), placement(step)).stream().filter(each -> each.kind() == kind())
                .findFirst();
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        if (answers.text(WAY).equals("AGAIN")) {
            return notices.whyByHand(placement(step), kind()).map(why -> List.of(new FieldError(WAY, why)))
                    .orElse(List.of());
        }
        return NOT_SENT.contains(answers.text(WAY)) ? List.of()
                : notices.problems(placement(step), kind(), answers.day("sentOn"));
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        boolean sent = !NOT_SENT.contains(answers.text(WAY));
        if (sent) {
            notices.sent(placement(step), kind(), answers.code(WAY, Way.class), answers.day("sentOn"),
                    answers.text("sentTo"), answers.text("proof"));
        } else if (answers.text("chased") != null) {
            notices.notSent(placement(step), kind(), answers.text("chased"));
        }
        return Map.of("noticeSent", sent);
    }

    long placement(StepContext step) {
        return variables.required(step, "placementId");
    }
}
