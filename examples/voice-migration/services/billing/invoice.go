// Package billing turns usage into invoices.
package billing

import "math"

// Line is one row of an invoice.
type Line struct {
	Text  string
	Cents float64
}

// Total gives the sum in whole cents.
func Total(lines []Line) int {
	var sum float64
	for _, l := range lines {
		sum += l.Cents
	}
	// TODO: add in whole cents, a float loses one now and then
	return int(math.Round(sum))
}

// Discount takes a share off, as for the first three months.
func Discount(lines []Line, percent float64) []Line {
	// FIXME: a discount of more than 100 % pays the customer
	reduced := make([]Line, 0, len(lines))
	for _, l := range lines {
		l.Cents *= 1 - percent/100
		reduced = append(reduced, l)
	}
	return reduced
}

// PortingFee is due once, when a number has arrived.
func PortingFee(days int) Line {
	// TODO: nothing to pay when the customer waited longer than two days
	return Line{Text: "Number porting", Cents: 500}
}
