package org.threshold.worklist.web;

import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.Officer;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.access.Permissions;
import org.threshold.casefile.CaseFlag;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.SavedSearches;
import org.threshold.worklist.StepList;
import org.threshold.worklist.StepMoves;
import org.threshold.worklist.StepPage;
import org.threshold.worklist.StepSort;
import org.threshold.worklist.Worklist;

/** The lists of open steps. */
@Controller
class WorkController {

    /** Where somebody begins, by the first of these that they may. */
    private static final Map<Permission, String> BEGINNINGS = new LinkedHashMap<>();

    static {
        BEGINNINGS.put(Permission.WORK_CASES, "/work");
        BEGINNINGS.put(Permission.MANAGE_PEOPLE, "/administration/people");
        BEGINNINGS.put(Permission.SEARCH_AUDIT, "/audit");
        BEGINNINGS.put(Permission.VIEW_RETURN, "/h-clic/quarters");
    }

    private final Worklist worklist;
    private final StepMoves moves;
    private final SavedSearches searches;
    private final StepViews views;
    private final CurrentOfficer current;
    private final Permissions permissions;
    private final People people;

    WorkController(Worklist worklist, StepMoves moves, SavedSearches searches, StepViews views,
                   CurrentOfficer current, Permissions permissions, People people) {
        this.worklist = worklist;
        this.moves = moves;
        this.searches = searches;
        this.views = views;
        this.current = current;
        this.permissions = permissions;
        this.people = people;
    }

    /** Everyone begins at their own work; those who hold none begin where their role leads them. */
    @Needs(Permission.USE_OWN_ACCOUNT)
    @GetMapping("/")
    String home() {
        Officer me = current.get();
        return "redirect:" + BEGINNINGS.entrySet().stream()
                .filter(each -> permissions.allows(me, each.getKey()))
                .map(Map.Entry::getValue).findFirst().orElse("/processes");
    }

    @Needs(Permission.WORK_CASES)
    @GetMapping("/work")
    String mine(@RequestParam MultiValueMap<String, String> params, Model model, HttpSession session) {
        return list(StepList.MINE, params, model, session);
    }

    @Needs(Permission.WORK_CASES)
    @GetMapping("/work/team")
    String team(@RequestParam MultiValueMap<String, String> params, Model model, HttpSession session) {
        return list(StepList.TEAM, params, model, session);
    }

    @Needs(Permission.SEE_ALL_WORK)
    @GetMapping("/work/all")
    String all(@RequestParam MultiValueMap<String, String> params, Model model, HttpSession session) {
        return list(StepList.ALL, params, model, session);
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping("/work/next")
    String next(RedirectAttributes flash, HttpSession session) {
        var taken = moves.takeNext();
        if (taken.isEmpty()) {
            flash.addFlashAttribute("notice", "There is nothing free in your teams that you can take now.");
            return "redirect:" + ListPlace.of(session);
        }
        OpenStep step = taken.get();
        flash.addFlashAttribute("confirmation", "‘" + step.name() + "’ is yours now.");
        return "redirect:/steps/" + step.stepId();
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping("/work/searches")
    String save(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String list,
                @RequestParam(defaultValue = "") String query, RedirectAttributes flash) {
        StepList of = listOf(list);
        ListQuery clean = ListQuery.of(parse(query)).at(null);
        String wrong = searches.save(name, of, clean.text());
        if (wrong == null) {
            flash.addFlashAttribute("confirmation", "Search saved as ‘" + name.strip() + "’.");
        } else {
            flash.addFlashAttribute("searchError", wrong);
        }
        return "redirect:" + clean.address(of.path());
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping("/work/searches/{id}/delete")
    String delete(@PathVariable long id, RedirectAttributes flash, HttpSession session) {
        searches.delete(id);
        flash.addFlashAttribute("confirmation", "Search deleted.");
        return "redirect:" + ListPlace.of(session);
    }

    private String list(StepList list, MultiValueMap<String, String> params, Model model, HttpSession session) {
        ListQuery query = ListQuery.of(params);
        StepPage page = worklist.list(list, query.filter(), query.sort(), query.place());
        ListPlace.remember(session, query.address(list.path()));
        model.addAttribute("list", list);
        model.addAttribute("steps", views.of(page.steps()));
        model.addAttribute("filter", query.filter());
        model.addAttribute("query", query.at(null).text());
        model.addAttribute("here", query.address(list.path()));
        model.addAttribute("sort", query.sort());
        Map<String, String> sorts = new java.util.LinkedHashMap<>();
        for (StepSort sort : StepSort.values()) {
            sorts.put(sort.name(), query.sortedBy(sort).address(list.path()));
        }
        model.addAttribute("sorts", sorts);
        model.addAttribute("next", page.next() == null ? null : query.at(page.next()).address(list.path()));
        model.addAttribute("previous",
                page.previous() == null ? null : query.at(page.previous()).address(list.path()));
        model.addAttribute("lanes", StepViews.lanes());
        model.addAttribute("flags", CaseFlag.values());
        model.addAttribute("elements", byName(worklist.openElements(list)));
        model.addAttribute("teams", list == StepList.ALL ? people.teams() : java.util.List.of());
        model.addAttribute("searches", searches.mine());
        if (list == StepList.MINE) {
            model.addAttribute("count", worklist.countMine());
        }
        model.addAttribute("mayAssign", permissions.allows(current.get(), Permission.ASSIGN_WORK));
        return "worklist/list";
    }

    private static Map<String, String> byName(Map<String, String> elements) {
        Map<String, String> byName = new TreeMap<>();
        elements.forEach((element, name) -> byName.merge(name, element, (one, other) -> one));
        return byName;
    }

    private static MultiValueMap<String, String> parse(String query) {
        try {
            MultiValueMap<String, String> decoded = new LinkedMultiValueMap<>();
            UriComponentsBuilder.newInstance().query(query).build().getQueryParams().forEach((name, values) ->
                    values.forEach(value -> decoded.add(name, value == null ? null
                            : java.net.URLDecoder.decode(value, java.nio.charset.StandardCharsets.UTF_8))));
            return decoded;
        } catch (IllegalArgumentException e) {
            return new LinkedMultiValueMap<>();
        }
    }

    private static StepList listOf(String name) {
        for (StepList list : StepList.values()) {
            if (list.name().equals(name)) {
                return list;
            }
        }
        return StepList.MINE;
    }
}
