package org.threshold.homelessness;

import java.time.LocalDate;
import java.util.Map;

/**
 * What each letter on a review reads besides the case itself: matter, provision, requestedOn and decisionNotified in all
 * of them, and
 *
 * <ul>
 * <li>{@code review-acknowledged}: reviewer, lateAccepted, until (for representations), lastDay, weeks, appointed
 * <li>{@code review-refused-late}: askUntil, reasons
 * <li>{@code accommodation-pending-review}: appeal, granted, merits, newMaterial, circumstances, reasons
 * <li>{@code review-minded-to}: deficiency, reasons, until
 * <li>{@code review-longer}: agreedOn, until
 * <li>{@code review-out-of-time}: lastDay, appealLastDay
 * <li>{@code review-decision}: outcome, reasons, appealLastDay
 * </ul>
 */
final class ReviewLetters {

    private ReviewLetters() {
    }

    static Map<String, Object> acknowledged(Review review, String reviewer, LocalDate until, LocalDate lastDay) {
        Map<String, Object> model = about(review);
        model.put("reviewer", reviewer);
        model.put("lateAccepted", review.request().late() != null);
        model.put("until", until);
        model.put("lastDay", lastDay);
        model.put("threeWeeks", review.request().matter().threeWeeks());
        model.put("appointed", review.request().matter() == ReviewMatter.REFERRAL_CONDITIONS_APPOINTED);
        return model;
    }

    static Map<String, Object> refusedLate(Review review, LocalDate askUntil) {
        Map<String, Object> model = about(review);
        model.put("askUntil", askUntil);
        model.put("reasons", review.request().late().reasons());
        return model;
    }

    static Map<String, Object> accommodation(Review review, ReviewAccommodation made) {
        Map<String, Object> model = about(review);
        model.put("appeal", made.appeal());
        model.put("granted", made.considered().granted());
        model.put("merits", made.considered().merits());
        model.put("newMaterial", made.considered().newMaterial());
        model.put("circumstances", made.considered().circumstances());
        model.put("reasons", made.considered().reasons());
        return model;
    }

    static Map<String, Object> mindedTo(Review review, String deficiency, String reasons, LocalDate until) {
        Map<String, Object> model = about(review);
        model.put("deficiency", deficiency);
        model.put("reasons", reasons);
        model.put("until", until);
        model.put("threeWeeks", review.request().matter().threeWeeks());
        return model;
    }

    static Map<String, Object> longer(Review review, LocalDate agreedOn, LocalDate until) {
        Map<String, Object> model = about(review);
        model.put("agreedOn", agreedOn);
        model.put("until", until);
        return model;
    }

    static Map<String, Object> outOfTime(Review review, LocalDate lastDay, LocalDate appealLastDay) {
        Map<String, Object> model = about(review);
        model.put("lastDay", lastDay);
        model.put("appealLastDay", appealLastDay);
        return model;
    }

    static Map<String, Object> decision(Review review, LocalDate appealLastDay) {
        Map<String, Object> model = about(review);
        model.put("outcome", review.result().outcome().name());
        model.put("reasons", review.result().reasons());
        model.put("appealLastDay", appealLastDay);
        return model;
    }

    private static Map<String, Object> about(Review review) {
        Review.Request request = review.request();
        return LetterModels.model("matter", request.matter().title(), "provision", request.matter().provision(),
                "requestedOn", request.requestedOn(), "decisionNotified", request.decisionNotified());
    }
}
