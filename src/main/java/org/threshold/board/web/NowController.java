package org.threshold.board.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.threshold.access.Needs;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.board.NowActs;
import org.threshold.board.NowBoard;
import org.threshold.board.NowCases;
import org.threshold.board.NowColumns;
import org.threshold.board.NowSort;
import org.threshold.board.Tile;
import org.threshold.board.TileMeasure;
import org.threshold.clock.ServiceClock;

/** The board as it stands now: tiles, and behind each its cases with the owners of their next steps. */
@Controller
class NowController {

    private static final DateTimeFormatter AS_OF =
            DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm", Locale.UK).withZone(ServiceClock.LONDON);

    private final NowBoard board;
    private final NowCases cases;
    private final NowActs acts;
    private final NowDoing doing;
    private final People people;
    private final Clock clock;

    NowController(NowBoard board, NowCases cases, NowActs acts, NowDoing doing, People people, Clock clock) {
        this.board = board;
        this.cases = cases;
        this.acts = acts;
        this.doing = doing;
        this.people = people;
        this.clock = clock;
    }

    /** A list as it was asked for: which measure, in which order, which page. */
    public record Place(TileMeasure measure, NowSort sort, int page) {

        static Place of(String key, String sort, String page) {
            TileMeasure measure = TileMeasure.of(key).orElseThrow(NoSuchElementException::new);
            return new Place(measure, NowSort.of(sort, measure.sort()), page.matches("[1-9][0-9]{0,3}")
                    ? Integer.parseInt(page) : 1);
        }

        public String address() {
            return at(sort, page);
        }

        public String at(NowSort other, int another) {
            String query = (other == measure.sort() ? "" : "&sort=" + other) + (another == 1 ? "" : "&page=" + another);
            return "/board/now/" + measure.key() + (query.isEmpty() ? "" : "?" + query.substring(1));
        }

        public String step(String id) {
            return "/board/now/" + measure.key() + "/steps/" + id;
        }
    }

    @Needs(Permission.VIEW_BOARD)
    @GetMapping("/board/now")
    String tiles(Model model) {
        model.addAttribute("groups", board.tiles().stream().collect(Collectors.groupingBy(
                tile -> tile.measure().group(), LinkedHashMap::new, Collectors.toList())));
        model.addAttribute("asOf", AS_OF.format(clock.instant()));
        model.addAttribute("people", people);
        return "board/now";
    }

    @Needs(Permission.VIEW_BOARD)
    @GetMapping("/board/now/{measure}")
    String list(@PathVariable String measure, @RequestParam(defaultValue = "") String sort,
                @RequestParam(defaultValue = "") String page, Model model) {
        return show(Place.of(measure, sort, page), NowAsked.NOTHING, Map.of(), List.of(), model);
    }

    @Needs(Permission.ASSIGN_WORK)
    @PostMapping("/board/now/{measure}")
    String act(@PathVariable String measure, @RequestParam(defaultValue = "") String sort,
               @RequestParam(defaultValue = "") String page, @RequestParam MultiValueMap<String, String> typed,
               Model model, HttpServletResponse response, RedirectAttributes flash) {
        Place place = Place.of(measure, sort, page);
        NowAsked asked = NowAsked.of(typed);
        Map<String, String> errors = asked.problems();
        List<String> refused = List.of();
        if (errors.isEmpty()) {
            NowDoing.Done done = doing.all(asked);
            if (done.refused().isEmpty()) {
                flash.addFlashAttribute("confirmation", said(asked, done.done()));
                return "redirect:" + place.address();
            }
            asked = asked.with(done.left());
            refused = done.refused().values().stream().distinct().toList();
            errors.put("step", (done.done() == 0 ? "Nothing was changed. " : said(asked, done.done()) + " ")
                    + done.refused().size() + " not: " + refused.get(0));
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(place, asked, errors, refused, model);
    }

    private String said(NowAsked asked, int done) {
        String steps = done + (done == 1 ? " step" : " steps");
        return switch (asked.act()) {
            case "GIVE" -> steps + " given to " + people.nameOf(asked.to()) + ".";
            case "REMIND" -> done == 1 ? "The owner was reminded of 1 step."
                    : "The owners were reminded of " + steps + ".";
            default -> steps + " may take until " + NowLine.day(asked.until()) + ".";
        };
    }

    private String show(Place place, NowAsked asked, Map<String, String> errors, List<String> refused, Model model) {
        Tile tile = board.tile(place.measure());
        NowCases.Lines lines = cases.page(place.measure(), place.sort(), place.page());
        Instant now = clock.instant();
        model.addAttribute("place", new Place(place.measure(), place.sort(), lines.page()));
        model.addAttribute("tile", tile);
        model.addAttribute("columns", NowColumns.of(place.measure()));
        model.addAttribute("lines", lines.lines().stream().map(line -> NowLine.of(line, now)).toList());
        model.addAttribute("total", lines.total());
        model.addAttribute("pages", lines.pages());
        model.addAttribute("previous", lines.page() > 1 ? place.at(place.sort(), lines.page() - 1) : null);
        model.addAttribute("next", lines.page() < lines.pages() ? place.at(place.sort(), lines.page() + 1) : null);
        model.addAttribute("colleagues", acts.ownPeople());
        model.addAttribute("asked", asked);
        model.addAttribute("errors", errors);
        model.addAttribute("refused", refused);
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("asOf", AS_OF.format(now));
        model.addAttribute("people", people);
        return "board/now-list";
    }
}
