package org.threshold.quality;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many cases of a team are audited in a month, under {@code threshold.quality}.
 *
 * @param random at random
 * @param risk   those with the most points of risk among the others
 */
@ConfigurationProperties("threshold.quality")
public record QualitySettings(@DefaultValue("5") int random, @DefaultValue("5") int risk) {

    private static final int MOST = 50;

    public QualitySettings {
        if (random < 0 || risk < 0 || random > MOST || risk > MOST || random + risk == 0) {
            throw new IllegalArgumentException("threshold.quality.random and .risk must be from 0 to " + MOST
                    + ", and not both 0");
        }
    }
}
