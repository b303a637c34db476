package org.threshold.board.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.threshold.access.Needs;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.board.FlowAnswer;
import org.threshold.board.FlowFilter;
import org.threshold.board.FlowOverTime;
import org.threshold.process.LiveModels;

/** Flow over time: charts of a process or of whole cases, each with its table and its file. */
@Controller
@Needs(Permission.VIEW_BOARD)
class FlowController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final FlowOverTime flow;
    private final LiveModels models;
    private final People people;

    FlowController(FlowOverTime flow, LiveModels models, People people) {
        this.flow = flow;
        this.models = models;
        this.people = people;
    }

    @GetMapping(FlowQuery.HOME)
    String page(@RequestParam MultiValueMap<String, String> params, Model model) {
        FlowQuery query = FlowQuery.of(params);
        FlowAnswer answer = flow.answer(query.filter());
        model.addAttribute("sections", sections(answer));
        model.addAttribute("query", query);
        model.addAttribute("filter", query.filter());
        model.addAttribute("processes", models.all());
        model.addAttribute("teams", people.teams());
        model.addAttribute("periods", FlowFilter.PERIODS);
        model.addAttribute("today", FlowWords.day(answer.today()));
        model.addAttribute("from", FlowWords.day(answer.from()));
        return "board/flow";
    }

    @GetMapping(FlowQuery.FILE)
    ResponseEntity<byte[]> file(@RequestParam MultiValueMap<String, String> params,
                                @RequestParam(defaultValue = "") String chart) {
        FlowSection asked = sections(flow.answer(FlowQuery.of(params).filter())).stream()
                .filter(section -> section.key().equals(chart)).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such chart"));
        return ResponseEntity.ok().contentType(CSV).header(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("flow-" + asked.key() + ".csv").build().toString())
                .body(FlowFile.of(asked.file()));
    }

    private static List<FlowSection> sections(FlowAnswer answer) {
        return Stream.concat(Stream.of(FlowBandsSection.of(answer), FlowTimesSection.of(answer),
                FlowMonthsSection.arrivals(answer), FlowMonthsSection.ends(answer), FlowStaysSection.of(answer)),
                FlowEndsSection.all(answer).stream()).toList();
    }
}
