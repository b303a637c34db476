/** Charges for temporary accommodation, payments, the Housing Benefit claim and arrears. */
package org.threshold.charge;
