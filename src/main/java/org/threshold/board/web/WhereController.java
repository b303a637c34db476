package org.threshold.board.web;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.threshold.access.Needs;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.access.Team;
import org.threshold.board.WhereAnswer;
import org.threshold.board.WhereElement;
import org.threshold.board.WhereFilter;
import org.threshold.board.WhereGoesWith;
import org.threshold.board.WhereItWaits;
import org.threshold.process.LiveModels;
import org.threshold.process.LiveModels.LiveModel;

/** Where it waits: all processes ranked by delay, one as a diagram with its table, one step with its cases. */
@Controller
@RequestMapping(WhereQuery.HOME)
@Needs(Permission.VIEW_BOARD)
class WhereController {

    private static final int WORST = 10;
    private static final String GOES_WITH = "goes-with.csv";

    private final WhereItWaits where;
    private final WhereGoesWith goesWith;
    private final LiveModels models;
    private final People people;

    WhereController(WhereItWaits where, WhereGoesWith goesWith, LiveModels models, People people) {
        this.where = where;
        this.goesWith = goesWith;
        this.models = models;
        this.people = people;
    }

    /** A filter's value and its words. */
    public record Choice(String value, String words) {
    }

    @GetMapping
    String overview(@RequestParam MultiValueMap<String, String> params, Model model) {
        WhereQuery query = WhereQuery.of(params);
        WhereAnswer answer = where.everywhere(query.filter());
        WhereRows rows = new WhereRows(models);
        List<WhereRow> processes = rows.processes(answer, query);
        frame(model, answer, query);
        sorts(model, query);
        model.addAttribute("rows", processes);
        model.addAttribute("worst", rows.worst(answer, query, WORST));
        model.addAttribute("file", query.address("table.csv"));
        return "board/where";
    }

    @GetMapping("/table.csv")
    ResponseEntity<byte[]> file(@RequestParam MultiValueMap<String, String> params) {
        WhereAnswer answer = where.everywhere(WhereQuery.of(params).filter());
        return csv("where-it-waits.csv", WhereFile.of(answer, answer.figures(), new WhereRows(models)));
    }

    @GetMapping("/{process}")
    String process(@PathVariable String process, @RequestParam MultiValueMap<String, String> params, Model model) {
        WhereQuery query = WhereQuery.of(params);
        WhereAnswer answer = where.everywhere(query.filter());
        WhereRows rows = new WhereRows(models);
        LiveModel live = live(rows, process);
        List<WhereRow> elements = rows.elements(live, answer, query);
        frame(model, answer, query);
        sorts(model, query, process);
        model.addAttribute("name", live.name());
        model.addAttribute("version", live.version());
        model.addAttribute("rows", elements);
        model.addAttribute("sum", WhereWords.caseDays(elements.stream().filter(row -> !row.isCall())
                .mapToDouble(WhereRow::delay).sum()));
        model.addAttribute("heats", WhereHeat.values());
        model.addAttribute("heat", query.heat());
        model.addAttribute("marks", WhereMarks.of(elements, live, query.heat()));
        model.addAttribute("levels", WhereMarks.levels(elements, query.heat()));
        model.addAttribute("action", WhereQuery.HOME + "/" + process);
        model.addAttribute("diagram", WhereQuery.HOME + "/" + process + "/diagram.bpmn");
        model.addAttribute("needsDiagram", true);
        model.addAttribute("overview", query.address());
        model.addAttribute("file", query.address(process, "table.csv"));
        return "board/where-process";
    }

    @GetMapping("/{process}/table.csv")
    ResponseEntity<byte[]> file(@PathVariable String process, @RequestParam MultiValueMap<String, String> params) {
        WhereAnswer answer = where.everywhere(WhereQuery.of(params).filter());
        WhereRows rows = new WhereRows(models);
        return csv("where-it-waits-" + live(rows, process).key() + ".csv",
                WhereFile.of(answer, answer.of(process), rows));
    }

    /** The newest version of the model, for the diagram. */
    @GetMapping(value = "/{process}/diagram.bpmn", produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<String> diagram(@PathVariable String process) {
        return ResponseEntity.ok().contentType(new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore()).body(live(new WhereRows(models), process).xml());
    }

    @GetMapping("/{process}/{element}")
    String element(@PathVariable String process, @PathVariable String element,
                   @RequestParam MultiValueMap<String, String> params, Model model) {
        WhereQuery query = WhereQuery.of(params);
        WhereRows rows = new WhereRows(models);
        WhereElement found = where.element(process, element, query.filter());
        frame(model, found.answer(), query);
        model.addAttribute("name", stepName(rows, process, element, found.answer()));
        model.addAttribute("processName", rows.nameOf(process));
        model.addAttribute("back", query.address(process));
        model.addAttribute("action", WhereQuery.HOME + "/" + process + "/" + element);
        model.addAttribute("goesWith", new WhereGoesWithView(goesWith.of(process, element, found.answer()),
                teamNames()));
        model.addAttribute("goesWithFile", query.address(process, element, GOES_WITH));
        new WhereElementView(found, people, teamNames(), rows.isClocked(process, element)).fill(model);
        return "board/where-element";
    }

    /** What long times at the step go with, and all else that was compared. */
    @GetMapping("/{process}/{element}/" + GOES_WITH)
    ResponseEntity<byte[]> goesWith(@PathVariable String process, @PathVariable String element,
                                    @RequestParam MultiValueMap<String, String> params) {
        WhereAnswer answer = where.everywhere(WhereQuery.of(params).filter());
        stepName(new WhereRows(models), process, element, answer);
        return csv("goes-with-" + element + ".csv", FlowFile.of(new WhereGoesWithView(
                goesWith.of(process, element, answer), teamNames()).file(answer)));
    }

    private void frame(Model model, WhereAnswer answer, WhereQuery query) {
        model.addAttribute("asOf", WhereWords.moment(answer.asOf()));
        model.addAttribute("from", WhereWords.day(answer.from()));
        model.addAttribute("query", query);
        model.addAttribute("filter", query.filter());
        model.addAttribute("periods", WhereFilter.PERIODS);
        model.addAttribute("teams", people.teams());
        model.addAttribute("offices", choices(answer.choices().offices(), query.filter().office()));
        model.addAttribute("lanes", choices(answer.choices().lanes(), query.filter().lane()));
        model.addAttribute("households", choices(answer.choices().households(), query.filter().household()));
        model.addAttribute("placements", choices(answer.choices().placements(), query.filter().placement()));
    }

    /** What is chosen stays to be seen, also where the period has none of it. */
    private static List<Choice> choices(List<String> values, String chosen) {
        return Stream.concat(values.stream(), Stream.of(chosen))
                .filter(each -> !each.isEmpty()).distinct().map(each -> new Choice(each, WhereWords.plain(each)))
                .toList();
    }

    /** The heading of each column that can be ordered by. */
    public record Heading(String title, String href, String state) {
    }

    private static void sorts(Model model, WhereQuery query, String... path) {
        Map<String, Heading> headings = new HashMap<>();
        for (WhereSort sort : WhereSort.values()) {
            boolean descending = sort != WhereSort.NAME ^ query.turned();
            String title = sort == WhereSort.NAME && path.length == 0 ? "Process" : sort.title();
            headings.put(sort.key(), new Heading(title, query.sortedBy(sort).address(path),
                    query.sort() != sort ? null : descending ? "descending" : "ascending"));
        }
        model.addAttribute("sorts", headings);
    }

    /** Of a step that the process has, or that it no longer has and that was open in the period. */
    private static String stepName(WhereRows rows, String process, String element, WhereAnswer answer) {
        return answer.of(process).stream().filter(each -> each.elementId().equals(element)).findFirst()
                .map(rows::stepName).or(() -> rows.stepName(process, element))
                .orElseThrow(() -> none("This process has no such step"));
    }

    private Map<String, String> teamNames() {
        return people.teams().stream().collect(Collectors.toMap(Team::key, Team::name));
    }

    private static LiveModel live(WhereRows rows, String process) {
        return rows.model(process).orElseThrow(() -> none("There is no such process"));
    }

    private static ResponseStatusException none(String why) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, why);
    }

    private static ResponseEntity<byte[]> csv(String name, byte[] content) {
        return ResponseEntity.ok().contentType(WhereFile.TYPE).header(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString()).body(content);
    }
}
