package org.threshold.board.web;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.threshold.board.FlowFilter;

/** What an address of the page asks for. Whatever is not understood is as if it had not been said. */
record FlowQuery(FlowFilter filter) {

    static final String HOME = "/board/flow";
    static final String FILE = "/board/flow.csv";
    /** The limits of the NHS's Excel tool, which counts every change. */
    static final String EVERY_CHANGE = "every";

    private static final int LONGEST = 100;

    static FlowQuery of(MultiValueMap<String, String> params) {
        String asked = text(params, "months");
        int months = Arrays.stream(FlowFilter.PERIODS).filter(each -> Integer.toString(each).equals(asked)).findFirst()
                .orElse(FlowFilter.USUAL);
        return new FlowQuery(new FlowFilter(text(params, "process"), text(params, "team"), months,
                !text(params, "limits").equals(EVERY_CHANGE)));
    }

    /** Where the numbers of that chart are, as a file. */
    public String file(String chart) {
        Map<String, Object> said = new TreeMap<>(Map.of("process", filter.process(), "team", filter.team(), "months",
                filter.months(), "limits", filter.screened() ? "" : EVERY_CHANGE, "chart", chart));
        said.values().removeIf(""::equals);
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(FILE);
        said.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(said).toUriString();
    }

    private static String text(MultiValueMap<String, String> params, String name) {
        String value = params.getFirst(name);
        return value == null || value.length() > LONGEST ? "" : value.replace("\0", "").strip();
    }
}
