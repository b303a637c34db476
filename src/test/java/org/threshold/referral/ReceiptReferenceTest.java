package org.threshold.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReceiptReferenceTest {

    @Test
    void referencesAreNotInARowAndAreReadAsPeopleTypeThem() {
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            String reference = ReceiptReference.random();
            made.add(reference);
            assertThat(ReceiptReference.read(" " + reference.toLowerCase().replace("-", " "))).contains(reference);
        }
        assertThat(made).hasSize(1000);
        assertThat(made.stream().map(reference -> reference.substring(0, 4)).distinct().count()).isGreaterThan(950);
    }

    @Test
    void everyWrongCharacterAndEverySwapIsNoticed() {
        String right = ReceiptReference.random();
        String plain = right.replace("-", "");
        for (int at = 0; at < plain.length(); at++) {
            for (char other : ReceiptReference.LETTERS.toCharArray()) {
                if (other != plain.charAt(at)) {
                    assertThat(ReceiptReference.read(plain.substring(0, at) + other + plain.substring(at + 1)))
                            .isEmpty();
                }
            }
        }
        for (int at = 0; at + 1 < 8; at++) {
            if (plain.charAt(at) != plain.charAt(at + 1)) {
                assertThat(ReceiptReference.read(plain.substring(0, at) + plain.charAt(at + 1) + plain.charAt(at)
                        + plain.substring(at + 2))).isEmpty();
            }
        }
    }

    @Test
    void theCodeHangsOnTheKeyAndOnTheSalt() {
        byte[] salt = {1, 2, 3};
        assertThat(Secrets.accessCode(salt, "key")).matches("[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}")
                .isEqualTo(Secrets.accessCode(salt, "key")).isNotEqualTo(Secrets.accessCode(salt, "other"))
                .isNotEqualTo(Secrets.accessCode(new byte[] {1, 2, 4}, "key"));
    }
}
