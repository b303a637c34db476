package org.threshold.access.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** Says in a few words what browser somebody uses, so that they know their own again. */
final class BrowserWords {

    /** In this order: many browsers also name those that they resemble. */
    private static final Map<String, String> BROWSERS = new LinkedHashMap<>();
    private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

    static {
        BROWSERS.put("Edg/", "Edge");
        BROWSERS.put("EdgA/", "Edge");
        BROWSERS.put("OPR/", "Opera");
        BROWSERS.put("SamsungBrowser", "Samsung Internet");
        BROWSERS.put("Firefox/", "Firefox");
        BROWSERS.put("FxiOS", "Firefox");
        BROWSERS.put("CriOS", "Chrome");
        BROWSERS.put("Chrome/", "Chrome");
        BROWSERS.put("Safari/", "Safari");
        SYSTEMS.put("iPhone", "iPhone");
        SYSTEMS.put("iPad", "iPad");
        SYSTEMS.put("Android", "Android");
        SYSTEMS.put("Windows", "Windows");
        SYSTEMS.put("CrOS", "ChromeOS");
        SYSTEMS.put("Mac OS X", "Mac");
        SYSTEMS.put("Linux", "Linux");
    }

    private BrowserWords() {
    }

    /** @param header the browser's own words, or null */
    static String of(String header) {
        String browser = first(BROWSERS, header, "A browser");
        String system = first(SYSTEMS, header, "");
        return system.isEmpty() ? browser : browser + " on " + system;
    }

    private static String first(Map<String, String> marks, String header, String otherwise) {
        return marks.entrySet().stream().filter(mark -> header != null && header.contains(mark.getKey()))
                .map(Map.Entry::getValue).findFirst().orElse(otherwise);
    }
}
