package org.threshold.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What in an officer's note is taken for an address or a number, and what is not. */
class ContactSpotterTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            She has moved to 14 Refuge Street, Exampleton          | 14 Refuge Street
            now at 12a high st                                     | 12a high st
            stays with her mum, 7 St John's Road                   | 7 St John's Road
            new place is Flat 3 Test House for now                 | Flat 3 Test House
            moved into 22, Sunny Bank Close on Monday              | 22, Sunny Bank Close
            postcode is lu1 2bq                                    | lu1 2bq
            write to SW1A 1AA please                               | SW1A 1AA
            new number 07700 900123                                | 07700 900123
            ring +44 (0)7700-900-123 not the old one               | +44 (0)7700-900-123
            landline 01582 960 001.                                | 01582 960 001
            e-mails go to new.me+x@example.co.uk now               | new.me+x@example.co.uk
            """)
    void isTakenForOne(String note, String found) {
        assertThat(ContactSpotter.find(note)).contains(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Slept 3 nights on the road", "2 weeks on the street", "Rang twice at 10:30, no answer",
        "Born 12/03/1990, NI number AB 12 34 56 C", "Case TH-100001-E, section 189B(7)(f)", "Owes 1,250 and 0 arrears",
        "Day 12 of 56, last day 14 December 2026", "3 children in a house with 2 bedrooms", "Referred 01/02/2026",
        "Needs 24 hour support", "The 5 people close to her", ""})
    void isNotTakenForOne(String note) {
        assertThat(ContactSpotter.find(note)).isEmpty();
    }

    /** A note of the greatest length, made to be slow to read, is read at once. */
    @Test
    void readsLongTextsInBoundedTime() {
        long before = System.nanoTime();
        for (String piece : new String[] {"1 a ", "0 ", "a.", "a@a.", "1 Aa Aa ", "é-"}) {
            ContactSpotter.find(piece.repeat(10_000 / piece.length()));
        }
        assertThat((System.nanoTime() - before) / 1_000_000).isLessThan(2_000);
    }
}
