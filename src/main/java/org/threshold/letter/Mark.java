package org.threshold.letter;

import org.springframework.web.util.HtmlUtils;

/** Words over a letter that is not issued, on every page and at the beginning for whoever hears it read. */
final class Mark {

    static final String PREVIEW = "Preview – not issued";
    static final String EXAMPLE = "Example with fictional facts – not issued";

    private Mark() {
    }

    static String on(String html, String words) {
        String style = "<style>@page { @top-center { content: \"" + words + "\"; font-family: 'DejaVu Sans'; font-size: 11pt;"
                + " font-weight: 700; } }</style>";
        String first = "<p class=\"key\"><strong>" + HtmlUtils.htmlEscape(words, "UTF-8") + "</strong></p>";
        return html.replaceFirst("</head>", style + "</head>").replaceFirst("<body[^>]*>", "$0" + first);
    }
}
