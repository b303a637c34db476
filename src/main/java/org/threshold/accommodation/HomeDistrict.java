package org.threshold.accommodation;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The council's own district; whatever stands elsewhere is out of the borough.
 *
 * @param district its ONS code, such as E06000032
 */
@ConfigurationProperties("threshold.council")
public record HomeDistrict(String district) {

    public HomeDistrict {
        district = district == null ? "" : district.strip();
    }
}
