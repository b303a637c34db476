package org.threshold.eventlog.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.access.UploadPlace;
import org.threshold.eventlog.EventLogs;
import org.threshold.eventlog.LogAnalysis;
import org.threshold.eventlog.LogRefused;
import org.threshold.eventlog.LogsBusy;
import org.threshold.eventlog.TooLarge;

/** Analyses an event log for programs. */
@RestController
@Needs(Permission.ANALYSE_LOGS)
@Tag(name = "Event logs", description = "Where the cases of a process wait, from its log")
class EventLogApi {

    static final String PATH = "/api/insight/analyse";

    private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;
    private static final String RETRY_SECONDS = "60";

    private final EventLogs logs;

    EventLogApi(EventLogs logs) {
        this.logs = logs;
    }

    @PostMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Durations, waiting, rework and handovers of an event log",
            description = "Send XES or CSV, either of them gzipped or not, as the body or as the part ‘file’ of a form."
                    + " Which it is, its first bytes say. Nothing of it is kept. Times are true elapsed days of 24"
                    + " hours; percentiles interpolate (type 7).",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = {
                @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                        schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                @Content(mediaType = MediaType.APPLICATION_XML_VALUE, schema = @Schema(type = "string")),
                @Content(mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                        schema = @Schema(implementation = Sent.class))}),
            parameters = {
                @Parameter(name = "case", in = ParameterIn.QUERY, description = "CSV: the column of the case"),
                @Parameter(name = "activity", in = ParameterIn.QUERY, description = "CSV: the column of the activity"),
                @Parameter(name = "timestamp", in = ParameterIn.QUERY, description = "CSV: the column of the time"),
                @Parameter(name = "resource", in = ParameterIn.QUERY, description = "CSV: the column of who did it"),
                @Parameter(name = "lifecycle", in = ParameterIn.QUERY,
                        description = "CSV: the column that says start or complete"),
                @Parameter(name = "delimiter", in = ParameterIn.QUERY, description = "CSV: what stands between values",
                        schema = @Schema(allowableValues = {"ANY", "COMMA", "SEMICOLON", "TAB"}, defaultValue = "ANY")),
                @Parameter(name = "zone", in = ParameterIn.QUERY, description = "Of times that say none",
                        schema = @Schema(defaultValue = "Europe/London")),
                @Parameter(name = "dates", in = ParameterIn.QUERY,
                        description = "Of days that do not begin with the year",
                        schema = @Schema(allowableValues = {"DAY_FIRST", "MONTH_FIRST"}, defaultValue = "DAY_FIRST"))})
    @ApiResponse(responseCode = "200", description = "What the log says",
            content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
                    schema = @Schema(implementation = LogAnalysis.class)))
    @ApiResponse(responseCode = "400", description = "A parameter is wrong, or there is no file",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(responseCode = "413", description = "The file is larger than 32 MB as it is sent",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(responseCode = "415", description = "It is sent as the fields of a form",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(responseCode = "422", description = "The log cannot be read; the line or event that is wrong",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(responseCode = "503", description = "Other logs are being analysed",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemDetail.class)))
    ResponseEntity<?> analyse(@Parameter(hidden = true) @RequestParam(required = false) MultipartFile file,
                              @Parameter(hidden = true) HttpServletRequest request) throws IOException {
        String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        if (type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
            return problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Say what you send: Content-Type text/csv,"
                    + " application/xml, application/gzip or application/octet-stream, or a form with files.");
        }
        MappingFields fields = MappingFields.of(name -> value(request, name));
        if (fields.isWrong()) {
            return problem(HttpStatus.BAD_REQUEST, String.join(". ", fields.getErrors().values()) + ".");
        }
        boolean form = UploadPlace.isFormWithFiles(request);
        if (form && file == null) {
            return problem(HttpStatus.BAD_REQUEST, "The form has no file: name its part ‘file’.");
        }
        InputStream in = form ? file.getInputStream() : request.getInputStream();
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(logs.analyse(in, fields.mapping()));
    }

    /** What the form says, and beside it the address; a form that is read piece by piece knows only the one. */
    private static String value(HttpServletRequest request, String name) {
        String typed = request.getParameter(name);
        String asked = typed != null ? null : UriComponentsBuilder.newInstance().query(request.getQueryString()).build()
                .getQueryParams().getFirst(name);
        return asked == null ? typed : UriUtils.decode(asked.replace('+', ' '), StandardCharsets.UTF_8);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(LogRefused refused, HttpServletRequest request) throws IOException {
        readToTheEnd(request);
        return problem(refused instanceof TooLarge ? HttpStatus.PAYLOAD_TOO_LARGE : HttpStatus.UNPROCESSABLE_ENTITY,
                refused.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(LogsBusy busy, HttpServletRequest request) throws IOException {
        readToTheEnd(request);
        return problem(HttpStatus.SERVICE_UNAVAILABLE, busy.getMessage());
    }

    /** Who is still sending does not listen; of what is far too much the connection is cut. */
    private static void readToTheEnd(HttpServletRequest request) throws IOException {
        if (!UploadPlace.isFormWithFiles(request)) {
            InputStream in = request.getInputStream();
            byte[] some = new byte[64 * 1024];
            long left = 2L * EventLogs.LARGEST_FILE;
            for (int got = in.read(some); got >= 0 && left > 0; got = in.read(some)) {
                left -= got;
            }
        }
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setTitle("The log was not analysed");
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            answer.header("Retry-After", RETRY_SECONDS);
        }
        return answer.body(body);
    }

    /** As a form sends it; the other fields are as the parameters. */
    private record Sent(@Schema(type = "string", format = "binary") String file) {
    }
}
