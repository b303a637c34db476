package org.threshold.letter;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Fills a letter's page with a case's facts. */
@Component
class LetterWriter {

    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    LetterWriter() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("letters/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(resolver);
    }

    String write(LetterTemplate template, Map<String, Object> model) {
        Context context = new Context(Locale.UK, model);
        context.setVariable("title", template.title());
        context.setVariable("words", new Words());
        return AddressBlock.write(engine.process(template.key(), context), lines(model));
    }

    private static List<String> lines(Map<String, Object> model) {
        return model.get("addressLines") instanceof List<?> lines ? lines.stream().map(Object::toString).toList()
                : List.of();
    }

    /** What the pages of letters may call. */
    public static class Words {

        private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

        public String day(LocalDate date) {
            return date == null ? "" : DAY.format(date);
        }

        public List<String> paragraphs(String text) {
            return text == null ? List.of() : Arrays.stream(text.strip().split("\\R\\s*\\R|\\R")).map(String::strip)
                    .filter(line -> !line.isEmpty()).toList();
        }
    }
}
