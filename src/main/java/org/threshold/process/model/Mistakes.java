package org.threshold.process.model;

import java.util.List;

/** A model that was not deployed, with every mistake that was found. */
public class Mistakes extends RuntimeException {

    private final transient List<Mistake> all;

    public Mistakes(List<Mistake> all) {
        super(String.join("\n", all.stream().map(Mistake::sentence).toList()));
        this.all = List.copyOf(all);
    }

    public List<Mistake> all() {
        return all;
    }
}
