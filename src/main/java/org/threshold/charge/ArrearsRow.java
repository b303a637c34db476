package org.threshold.charge;

/**
 * An account on which something is owed, told apart.
 *
 * @param arranged whether it is being paid off by an arrangement
 */
public record ArrearsRow(Account account, String team, AccommodationType type, String unitName, long owed,
                         ArrearsSplit split, boolean arranged) {

    public AccountState state() {
        return AccountState.of(account.ended(), owed, arranged, false);
    }
}
