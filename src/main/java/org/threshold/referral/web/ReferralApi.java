package org.threshold.referral.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.threshold.access.OpenToAll;
import org.threshold.form.FieldError;
import org.threshold.letter.Council;
import org.threshold.referral.Referral;
import org.threshold.referral.Referrals;
import org.threshold.referral.Referrals.Door;
import org.threshold.referral.Referrals.Receipt;

/** Referrals from the systems of public bodies: one flat JSON object, checked as strictly as the page. */
@RestController
@OpenToAll("Public bodies and the people they refer have no account")
@Tag(name = "Referrals by public bodies", description = "Housing Act 1996 section 213B")
class ReferralApi {

    static final String PATH = "/api/referrals";
    private static final String KEY = "Idempotency-Key";
    private static final String KEY_SHAPE = "[A-Za-z0-9_-]{16,100}";
    private static final int LARGEST_BODY = 16 * 1024;

    private final Referrals referrals;
    private final Senders senders;
    private final Council council;
    private final Clock clock;

    ReferralApi(Referrals referrals, Senders senders, Council council, Clock clock) {
        this.referrals = referrals;
        this.senders = senders;
        this.council = council;
        this.clock = clock;
    }

    /** Nothing was taken; says why. */
    private static final class Refused extends Exception {

        private final HttpStatus status;
        private final List<FieldError> errors;

        Refused(HttpStatus status, String detail, List<FieldError> errors) {
            super(detail);
            this.status = status;
            this.errors = errors;
        }

        Refused(HttpStatus status, String detail) {
            this(status, detail, List.of());
        }
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Refer someone who may be homeless, or threatened with homelessness within 56 days",
            description = "Send the same Idempotency-Key when you send the same referral again, for example after a"
                    + " broken line: it is then taken once, and you get the same receipt. Keep the access code: it is"
                    + " shown to nobody else.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = ReferralSubmission.class))),
            parameters = @Parameter(name = KEY, in = ParameterIn.HEADER, required = true,
                    description = "16 to 100 letters, digits, - or _; new and not to be guessed for each referral, such"
                            + " as a random UUID", schema = @Schema(pattern = KEY_SHAPE)))
    @ApiResponse(responseCode = "201", description = "Taken, now or before with the same key",
            content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
                    schema = @Schema(implementation = Receipt.class)))
    @ApiResponse(responseCode = "400", description = "It cannot be read, or has fields that are not asked for",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @ApiResponse(responseCode = "409", description = "The key was used for another referral",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @ApiResponse(responseCode = "413", description = "It is larger than 16 KB",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @ApiResponse(responseCode = "422", description = "Something in it is missing or wrong, or there is no consent",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @ApiResponse(responseCode = "429", description = "Too much was sent", headers = @Header(name = "Retry-After",
            schema = @Schema(type = "integer")), content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @ApiResponse(responseCode = "503", description = "This council takes no referrals here",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @SecurityRequirements
    ResponseEntity<?> refer(@Parameter(hidden = true) HttpServletRequest request) throws IOException {
        try {
            return ResponseEntity.status(HttpStatus.CREATED).contentType(MediaType.APPLICATION_JSON)
                    .body(take(request));
        } catch (Refused refused) {
            return answer(refused);
        }
    }

    private Receipt take(HttpServletRequest request) throws Refused, IOException {
        if (!senders.mayTry(request.getRemoteAddr())) {
            throw new Refused(HttpStatus.TOO_MANY_REQUESTS, TooMuch.SENTENCE + ".");
        }
        if (!referrals.open()) {
            throw new Refused(HttpStatus.SERVICE_UNAVAILABLE, "This council takes no referrals here. Ring it instead.");
        }
        String key = key(request);
        Referral referral = referral(request);
        try {
            Receipt taken = referrals.taken(referral, key).orElse(null);
            if (taken == null && !senders.mayRefer(request.getRemoteAddr())) {
                throw new Refused(HttpStatus.TOO_MANY_REQUESTS, TooMuch.SENTENCE + ".");
            }
            return taken != null ? taken : referrals.receive(referral, Door.API, key);
        } catch (Referrals.KeyUsed used) {
            throw new Refused(HttpStatus.CONFLICT, used.getMessage() + ".");
        }
    }

    private static String key(HttpServletRequest request) throws Refused {
        List<String> keys = java.util.Collections.list(request.getHeaders(KEY));
        if (keys.size() != 1 || !keys.get(0).matches(KEY_SHAPE)) {
            throw new Refused(HttpStatus.BAD_REQUEST, "Send one header Idempotency-Key with 16 to 100 letters, digits,"
                    + " - or _, new for each referral.");
        }
        return keys.get(0);
    }

    private Referral referral(HttpServletRequest request) throws Refused, IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw new Refused(HttpStatus.PAYLOAD_TOO_LARGE, "The body is larger than 16 KB. Nothing was stored.");
        }
        SentFields sent = read(body);
        if (sent.isWrong()) {
            throw new Refused(HttpStatus.BAD_REQUEST, "Some fields are not asked for, or are of the wrong kind. Nothing"
                    + " was stored.", sent.errors());
        }
        Referral referral = ReferralForm.read(sent, LocalDate.now(clock), council.name());
        if (referral == null) {
            throw new Refused(HttpStatus.UNPROCESSABLE_ENTITY, sent.error("consent") != null
                    ? sent.error("consent") + "." : "Something is missing or wrong. Nothing was stored.",
                    sent.errors());
        }
        return referral;
    }

    private static SentFields read(byte[] body) throws Refused {
        try {
            return StrictJson.read(body);
        } catch (StrictJson.Unreadable unreadable) {
            throw new Refused(HttpStatus.BAD_REQUEST, unreadable.getMessage() + ". Nothing was stored.");
        }
    }

    private static ResponseEntity<ProblemDetail> answer(Refused refused) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(refused.status, refused.getMessage());
        problem.setTitle("The referral was not taken");
        if (!refused.errors.isEmpty()) {
            problem.setProperty("errors", refused.errors);
        }
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(refused.status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (refused.status == HttpStatus.TOO_MANY_REQUESTS) {
            answer.header("Retry-After", TooMuch.RETRY_SECONDS);
        }
        return answer.body(problem);
    }
}
