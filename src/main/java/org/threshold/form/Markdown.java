package org.threshold.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/**
 * The part of Markdown that text views need: headings, paragraphs, lists, bold, italics and links. Everything is
 * escaped before it becomes HTML, so neither a form nor a fact can bring its own.
 */
final class Markdown {

    private static final Pattern FACT = Pattern.compile("\\{\\{\\s*([\\w.]+)\\s*}}");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]{1,200})]\\(((?:https?://|/)[^\\s)]{1,500})\\)");
    private static final Pattern BOLD = Pattern.compile("\\*\\*([^*]{1,1000})\\*\\*");
    private static final Pattern ITALIC = Pattern.compile("(?<![\\w*])[*_]([^*_]{1,1000})[*_](?![\\w*])");

    private Markdown() {
    }

    static String toHtml(String markdown, Map<String, Object> facts) {
        StringBuilder html = new StringBuilder();
        for (String block : markdown.replace("\r\n", "\n").strip().split("\n\\s*\n")) {
            block(block.strip().lines().map(String::strip).toList(), facts, html);
        }
        return html.toString();
    }

    private static void block(List<String> lines, Map<String, Object> facts, StringBuilder html) {
        List<String> paragraph = new ArrayList<>();
        String list = null;
        for (String line : lines) {
            String kind = line.matches("[-*] .*") ? "ul" : line.matches("\\d{1,3}\\. .*") ? "ol" : null;
            if (list != null && !list.equals(kind)) {
                html.append("</").append(list).append('>');
                list = null;
            }
            if (kind != null) {
                closeParagraph(paragraph, facts, html);
                if (list == null) {
                    html.append('<').append(kind).append(" class=\"govuk-list govuk-list--")
                            .append(kind.equals("ul") ? "bullet" : "number").append("\">");
                    list = kind;
                }
                html.append("<li>").append(inline(line.substring(line.indexOf(' ') + 1), facts)).append("</li>");
            } else if (line.matches("#{1,6} .*")) {
                closeParagraph(paragraph, facts, html);
                heading(line, facts, html);
            } else {
                paragraph.add(line);
            }
        }
        if (list != null) {
            html.append("</").append(list).append('>');
        }
        closeParagraph(paragraph, facts, html);
    }

    /** The page has its own first heading, so the form's begin at the second level. */
    private static void heading(String line, Map<String, Object> facts, StringBuilder html) {
        int depth = line.indexOf(' ');
        String tag = depth == 1 ? "h2" : "h3";
        html.append('<').append(tag).append(" class=\"govuk-heading-").append(depth == 1 ? 'm' : 's').append("\">")
                .append(inline(line.substring(depth + 1), facts)).append("</").append(tag).append('>');
    }

    private static void closeParagraph(List<String> lines, Map<String, Object> facts, StringBuilder html) {
        if (!lines.isEmpty()) {
            html.append("<p class=\"govuk-body\">").append(inline(String.join(" ", lines), facts)).append("</p>");
            lines.clear();
        }
    }

    /** Marks up the form's own words first and puts the facts in last, so that a fact is never read as Markdown. */
    private static String inline(String text, Map<String, Object> facts) {
        String html = HtmlUtils.htmlEscape(text);
        html = LINK.matcher(html).replaceAll("<a class=\"govuk-link\" href=\"$2\">$1</a>");
        html = BOLD.matcher(html).replaceAll("<strong>$1</strong>");
        html = ITALIC.matcher(html).replaceAll("<em>$1</em>");
        Matcher fact = FACT.matcher(html);
        return fact.replaceAll(found -> Matcher.quoteReplacement(
                HtmlUtils.htmlEscape(Shown.text(FactLookup.find(facts, found.group(1))))));
    }
}
