package org.threshold.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Forms that came after their session had ended. In this node's memory only, for {@link #LIFE}, never in the database and
 * never in a log; few and small enough that nobody could fill the memory with them.
 */
@Component
public class KeptForms {

    public static final Duration LIFE = Duration.ofMinutes(30);
    private static final int MOST = 500;
    private static final long MOST_CHARACTERS = 16_000_000;
    private static final long MOST_OF_ONE = 1_000_000;

    private final SessionTime time;
    /** The oldest first. */
    private final Map<String, KeptForm> forms = new LinkedHashMap<>();
    private long characters;

    KeptForms(SessionTime time) {
        this.time = time;
    }

    /** @return its id; empty when it is too large to be kept */
    public synchronized Optional<String> keep(String path, String page, Map<String, List<String>> fields) {
        KeptForm form = new KeptForm(UUID.randomUUID().toString(), path, page, fields, time.now());
        long size = size(form);
        if (size > MOST_OF_ONE) {
            return Optional.empty();
        }
        forgetOld(MOST_CHARACTERS - size);
        forms.put(form.id(), form);
        characters += size;
        return Optional.of(form.id());
    }

    public synchronized Optional<KeptForm> find(String id) {
        forgetOld(MOST_CHARACTERS);
        return Optional.ofNullable(forms.get(id));
    }

    public synchronized void forget(String id) {
        KeptForm form = forms.remove(id);
        characters -= form == null ? 0 : size(form);
    }

    private void forgetOld(long roomFor) {
        Instant oldest = time.now().minus(LIFE);
        Iterator<KeptForm> each = forms.values().iterator();
        while (each.hasNext()) {
            KeptForm form = each.next();
            if (form.at().isAfter(oldest) && forms.size() < MOST && characters <= roomFor) {
                return;
            }
            each.remove();
            characters -= size(form);
        }
    }

    private static long size(KeptForm form) {
        return form.path().length() + form.page().length() + form.fields().entrySet().stream()
                .mapToLong(field -> field.getKey().length() + field.getValue().stream().mapToLong(String::length).sum())
                .sum();
    }
}
