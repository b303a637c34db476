/** Settled homes: offers of them, the private-rented gate, the way there and what follows. */
package org.threshold.moveon;
