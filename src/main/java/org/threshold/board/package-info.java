/** The supervisor's board: what is open now, where it waits, how it flows, who carries it and what is late. */
package org.threshold.board;
