package org.threshold.board.store;

import java.util.Arrays;

/** At which place each numbered row is kept: four bytes a number, in pages for the numbers that are in use. */
final class StepPlaces {

    static final int NONE = -1;

    private static final int PAGE = 1_024;

    private int[][] pages = new int[64][];

    int of(long nr) {
        int page = page(nr);
        return page >= pages.length || pages[page] == null ? NONE : pages[page][(int) (nr % PAGE)];
    }

    void put(long nr, int place) {
        int page = page(nr);
        if (page >= pages.length) {
            pages = Arrays.copyOf(pages, Math.max(page + 1, pages.length + pages.length / 2));
        }
        if (pages[page] == null) {
            pages[page] = new int[PAGE];
            Arrays.fill(pages[page], NONE);
        }
        pages[page][(int) (nr % PAGE)] = place;
    }

    private static int page(long nr) {
        return Math.toIntExact(nr / PAGE);
    }
}
