package org.threshold.board.web;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.threshold.board.WhereFilter;

/**
 * What an address asks for. Whatever is not understood is as if it had not been said.
 *
 * @param turned the order is the other way round
 */
record WhereQuery(WhereFilter filter, WhereHeat heat, WhereSort sort, boolean turned) {

    static final String HOME = "/board/where-it-waits";

    private static final int LONGEST = 100;

    static WhereQuery of(MultiValueMap<String, String> params) {
        String weeks = text(params, "weeks");
        int period = Arrays.stream(WhereFilter.PERIODS).filter(each -> Integer.toString(each).equals(weeks)).findFirst()
                .orElse(WhereFilter.USUAL);
        return new WhereQuery(new WhereFilter(period, text(params, "team"), text(params, "office"),
                text(params, "lane"), text(params, "household"), text(params, "placement")),
                WhereHeat.of(text(params, "heat")), WhereSort.of(text(params, "sort")),
                text(params, "order").equals("turned"));
    }

    WhereQuery sortedBy(WhereSort other) {
        return new WhereQuery(filter, heat, other, other == sort && !turned);
    }

    /** An address below {@link #HOME} that asks for the same; no part of it need be encoded. */
    String address(String... path) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(HOME).pathSegment(path);
        said().forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(said()).toUriString();
    }

    private Map<String, Object> said() {
        Map<String, Object> said = new TreeMap<>(Map.of("team", filter.team(), "office", filter.office(), "lane",
                filter.lane(), "household", filter.household(), "placement", filter.placement()));
        said.values().removeIf(""::equals);
        if (filter.weeks() != WhereFilter.USUAL) {
            said.put("weeks", filter.weeks());
        }
        if (heat != WhereHeat.DELAY) {
            said.put("heat", heat.key());
        }
        if (sort != WhereSort.DELAY) {
            said.put("sort", sort.key());
        }
        if (turned) {
            said.put("order", "turned");
        }
        return said;
    }

    private static String text(MultiValueMap<String, String> params, String name) {
        String value = params.getFirst(name);
        return value == null || value.length() > LONGEST ? "" : value.replace("\0", "").strip();
    }
}
