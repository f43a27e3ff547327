import Link from 'next/link';
import { Board, Keys, Month, OnTheTrain, Request, Undo } from './drawings';
import { Phrases } from './phrases';
import { Tile } from './tile';

/** What the app does today; what it does not do yet is not named. */
export function Tiles() {
  return (
    <ul className="grid gap-4 sm:gap-5 lg:grid-cols-6">
      <Tile
        className="lg:col-span-4"
        title="Written as you would say it"
        text="Days, times, repeats, priorities and tags are understood while you type, in your own time zone. A wrong guess goes back to plain text with a click."
      >
        <Phrases />
      </Tile>
      <Tile
        className="lg:col-span-2"
        title="Keys for everything"
        text="Add, move, check off and find without the mouse. Press ? and see them all."
      >
        <Keys />
      </Tile>
      <Tile
        className="lg:col-span-2"
        title="Repeats that keep their day"
        text="Every other Tuesday at nine stays Tuesday at nine, when the clocks change too."
      >
        <Month />
      </Tile>
      <Tile
        className="lg:col-span-2"
        title="Works on the train"
        text="It opens without a network, and what you change there is sent once you are back."
      >
        <OnTheTrain />
      </Tile>
      <Tile
        className="lg:col-span-2"
        title="Nothing is lost"
        text="Whatever you delete or check off can be undone, and the trash keeps it for 30 days."
      >
        <Undo />
      </Tile>
      <Tile
        className="lg:col-span-3"
        title="A list, or a board"
        text="The same tasks by day, by tag, as a list or in columns, on a phone and on a wide monitor."
      >
        <Board />
      </Tile>
      <Tile
        className="lg:col-span-3"
        title="Your data stays yours"
        text={
          <>
            Take everything out as one file and back in, follow your due dates in your calendar app,
            or write your own programs with the{' '}
            <Link
              href="/docs/api"
              className="rounded-xs text-primary-ink underline underline-offset-2"
            >
              API
            </Link>
            .
          </>
        }
      >
        <Request />
      </Tile>
    </ul>
  );
}
