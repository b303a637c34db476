package org.threshold.worklist.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.threshold.worklist.StepFilter;
import org.threshold.worklist.StepPage.Place;
import org.threshold.worklist.StepSort;

/**
 * A list's filter, order and place as they stand in an address. What an address cannot mean is left out, so that a
 * link from an old bookmark shows a list and not an error.
 */
record ListQuery(StepFilter filter, StepSort sort, Place place) {

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{1,80}");
    private static final Pattern PLACE = Pattern.compile("(from|to)~([0-9TZ:.-]{10,40})~([A-Za-z0-9-]{1,64})");

    static ListQuery of(MultiValueMap<String, String> params) {
        StepFilter filter = new StepFilter(words(params, "team"), words(params, "lane"), words(params, "step"),
                flag(params.getFirst("flag")), set(params, "overdue"), set(params, "inPerson"),
                set(params, "onHold"), set(params, "free"));
        return new ListQuery(filter, sort(params.getFirst("sort")), place(params.getFirst("at"), params));
    }

    ListQuery at(Place other) {
        return new ListQuery(filter, sort, other);
    }

    ListQuery sortedBy(StepSort other) {
        return new ListQuery(filter, other, null);
    }

    /** Without a leading question mark; empty for the plain list. */
    String text() {
        MultiValueMap<String, String> params = new LinkedMultiValueMap<>();
        filter.teams().stream().sorted().forEach(team -> params.add("team", team));
        filter.lanes().stream().sorted().forEach(lane -> params.add("lane", lane));
        filter.elements().stream().sorted().forEach(element -> params.add("step", element));
        if (filter.flag() != null) {
            params.add("flag", filter.flag());
        }
        add(params, "overdue", filter.overdue());
        add(params, "inPerson", filter.inPerson());
        add(params, "onHold", filter.onHold());
        add(params, "free", filter.free());
        if (sort != StepSort.URGENCY) {
            params.add("sort", sort.name());
        }
        if (place != null) {
            params.add("at", (place.before() ? "to~" : "from~") + place.key() + "~" + place.stepId());
        }
        String query = UriComponentsBuilder.newInstance().queryParams(params).build()
                .encode(StandardCharsets.UTF_8).getQuery();
        return query == null ? "" : query;
    }

    String address(String path) {
        String query = text();
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static void add(MultiValueMap<String, String> params, String name, boolean value) {
        if (value) {
            params.add(name, "true");
        }
    }

    private static Set<String> words(MultiValueMap<String, String> params, String name) {
        Set<String> words = new LinkedHashSet<>();
        for (String value : params.getOrDefault(name, List.of())) {
            if (value != null && WORD.matcher(value).matches() && words.size() < 30) {
                words.add(value);
            }
        }
        return words;
    }

    private static String flag(String text) {
        return text == null || text.length() > 60 || text.indexOf('\0') >= 0 ? null : text;
    }

    private static boolean set(MultiValueMap<String, String> params, String name) {
        return "true".equals(params.getFirst(name));
    }

    private static StepSort sort(String text) {
        for (StepSort sort : StepSort.values()) {
            if (sort.name().equals(text)) {
                return sort;
            }
        }
        return StepSort.URGENCY;
    }

    private static Place place(String text, MultiValueMap<String, String> params) {
        var matcher = PLACE.matcher(text == null ? "" : text);
        if (!matcher.matches() || !readable(matcher.group(2), sort(params.getFirst("sort")))) {
            return null;
        }
        return new Place(matcher.group(2), matcher.group(3), matcher.group(1).equals("to"));
    }

    private static boolean readable(String key, StepSort sort) {
        try {
            if (sort == StepSort.CLOCK) {
                java.time.LocalDate.parse(key);
            } else {
                java.time.Instant.parse(key);
            }
            return true;
        } catch (java.time.format.DateTimeParseException e) {
            return false;
        }
    }
}
