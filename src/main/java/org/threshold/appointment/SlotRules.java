package org.threshold.appointment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.access.People;
import org.threshold.access.PlaceOfWork;
import org.threshold.access.Presence;
import org.threshold.appointment.store.SlotStore;

/** Whether the officer of a slot will be there: what they said on the day itself counts, and before that the rota. */
@Component
class SlotRules {

    private final Presence presence;
    private final People people;

    SlotRules(Presence presence, People people) {
        this.presence = presence;
        this.people = people;
    }

    /** Those whose officer has an account and is at that office on that day. */
    List<SlotStore.Row> kept(List<SlotStore.Row> slots) {
        if (slots.isEmpty()) {
            return slots;
        }
        Map<String, PlaceOfWork> places = places(slots.stream().map(SlotStore.Row::officer).distinct().toList(),
                LondonTime.dayOf(slots.get(0).startsAt()), LondonTime.dayOf(slots.get(slots.size() - 1).startsAt()));
        return slots.stream().filter(slot -> {
            PlaceOfWork place = places.get(key(slot.officer(), LondonTime.dayOf(slot.startsAt())));
            return place != null && slot.office().equals(place.office()) && people.find(slot.officer()).isPresent();
        }).toList();
    }

    boolean kept(SlotStore.Row slot) {
        return !kept(List.of(slot)).isEmpty();
    }

    /** What is known of where people are, by {@link #key}. */
    Map<String, PlaceOfWork> places(Collection<String> usernames, LocalDate first, LocalDate last) {
        Map<String, PlaceOfWork> places = new HashMap<>();
        presence.placesOf(List.copyOf(usernames), first, last)
                .forEach(place -> places.put(key(place.username(), place.day()), place));
        return places;
    }

    static String key(String username, LocalDate day) {
        return day + " " + username;
    }

    Slot slot(SlotStore.Row row) {
        return new Slot(row.id(), row.officer(), people.nameOf(row.officer()), row.office(), row.startsAt(),
                row.endsAt());
    }
}
