package org.threshold.letter;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The council in whose name letters go out. */
@ConfigurationProperties("threshold.council")
public record Council(String name, List<String> address, String telephone, String email, String signatory) {

    public Council {
        name = name == null ? "Exampleton Council" : name;
        address = address == null ? List.of() : List.copyOf(address);
    }
}
