package org.threshold.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.unit.DataSize;
import org.threshold.document.Clamd.Mood;
import org.threshold.document.VirusScan.Verdict;

/** The adapter against a server that speaks the scanner's protocol over a real connection. */
class ClamAvTest {

    private Clamd clamd;
    private ClamAv scan;

    @BeforeEach
    void start() {
        clamd = new Clamd();
        scan = new ClamAv(new DocumentSettings(null, clamd.address(), Duration.ofMillis(500)));
    }

    @AfterEach
    void stop() throws IOException {
        clamd.close();
    }

    @Test
    void allOfTheFileIsSentInPiecesAndFoundClean() {
        byte[] content = new byte[1_000_001];
        new Random(7).nextBytes(content);
        assertThat(scan.isSet()).isTrue();
        assertThat(scan.scan(content)).isEqualTo(Verdict.CLEAN);
        assertThat(clamd.received).isEqualTo(content);
    }

    @Test
    void whatItFindsIsNamed() {
        assertThat(scan.scan("so EVIL".getBytes())).isEqualTo(Verdict.infected("Eicar-Test-Signature"));
    }

    @ParameterizedTest
    @EnumSource(value = Mood.class, names = "WORKS", mode = EnumSource.Mode.EXCLUDE)
    void aScannerThatDoesNotAnswerIsWaitedFor(Mood mood) {
        clamd.mood = mood;
        assertThat(scan.scan(new byte[100_000])).isEqualTo(Verdict.WAITING);
    }

    @Test
    void whatIsMoreThanItTakesIsNeverCalledClean() {
        assertThat(scan.scan(new byte[Clamd.LIMIT * 4])).isEqualTo(Verdict.WAITING);
    }

    @Test
    void nobodyThereIsWaitedFor() throws IOException {
        clamd.close();
        assertThat(scan.scan(new byte[1])).isEqualTo(Verdict.WAITING);
    }

    @Test
    void withoutAScannerNothingIsScannedAndNobodyIsAsked() {
        ClamAv none = new ClamAv(new DocumentSettings(null, " ", null));
        assertThat(none.isSet()).isFalse();
        assertThat(none.scan("EVIL".getBytes())).isEqualTo(Verdict.NOT_SCANNED);
        assertThat(clamd.asked).isZero();
    }

    @Test
    void settingsThatCannotBeMeantStopTheStart() {
        assertThatThrownBy(() -> new DocumentSettings(DataSize.ofMegabytes(26), null, null))
                .hasMessageContaining("between 1B and 25MB");
        assertThatThrownBy(() -> new DocumentSettings(null, "clamav", null)).hasMessageContaining("host:port");
        assertThat(new DocumentSettings(null, null, null).largestInWords()).isEqualTo("15 MB");
    }
}
