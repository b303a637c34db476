package org.threshold.letter;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Fills a letter's page with a case's facts. */
@Component
class LetterWriter {

    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    private final OwnLanguages languages = new OwnLanguages();

    LetterWriter() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("letters/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(resolver);
    }

    /** With the newest wording, in English. */
    String write(LetterTemplate template, Map<String, Object> model) {
        return write(template, template.key(), 0, model);
    }

    /**
     * In the household's language where that version is translated into it; otherwise in English, with a note in their
     * language of what the letter is about and how to have it explained.
     *
     * @param page    the wording's file, without its ending
     * @param version the wording's number, which a translation has in its name
     */
    String write(LetterTemplate template, String page, int version, Map<String, Object> model) {
        Optional<OwnLanguage> own = own(model);
        Optional<String> translated = own.map(language -> language.tag() + "/" + template.key() + ".v" + version)
                .filter(LetterWriter::exists);
        Locale locale = translated.isPresent() ? own.get().locale() : Locale.UK;
        Context context = new Context(locale, model);
        context.setVariable("title", template.title());
        context.setVariable("words", new Words(locale));
        context.setVariable("ownLanguage", translated.isPresent() ? null : own.map(language ->
                language.note(LetterSubject.of(template), telephone(model))).orElse(null));
        return AddressBlock.write(engine.process(translated.orElse(page), context), lines(model));
    }

    private Optional<OwnLanguage> own(Map<String, Object> model) {
        return model.get("language") instanceof String language && model.get("issuedOn") instanceof LocalDate day
                ? languages.called(language, day) : Optional.empty();
    }

    private static boolean exists(String page) {
        return LetterWriter.class.getResource("/letters/" + page + ".html") != null;
    }

    private static String telephone(Map<String, Object> model) {
        return model.get("council") instanceof Council council ? council.telephone() : null;
    }

    private static List<String> lines(Map<String, Object> model) {
        return model.get("addressLines") instanceof List<?> lines ? lines.stream().map(Object::toString).toList()
                : List.of();
    }

    /** What the pages of letters may call. */
    public static class Words {

        private final DateTimeFormatter day;

        Words(Locale locale) {
            day = DateTimeFormatter.ofPattern("d MMMM uuuu", locale);
        }

        public String day(LocalDate date) {
            return date == null ? "" : day.format(date);
        }

        public List<String> paragraphs(String text) {
            return text == null ? List.of() : Arrays.stream(text.strip().split("\\R\\s*\\R|\\R")).map(String::strip)
                    .filter(line -> !line.isEmpty()).toList();
        }
    }
}
