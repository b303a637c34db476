package org.threshold.letter;

import org.threshold.letter.Letters.Letter;

/** Is told when a second person has held a letter back for good, so that what was begun with it does not go on. */
public interface HeldBackListener {

    void heldBack(Letter letter);
}
