import { Trans, useLingui } from '@lingui/react';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import type { Output, PagerLive } from '../../../shared/contract/index.ts';
import { Refused } from '../../api.ts';
import { Button } from '../../ui/Button.tsx';
import { refusedWords } from '../forms/problem-words.ts';
import { Changed } from '../parts/Changed.tsx';
import { useActions } from '../use-house.tsx';
import { kindWords } from './pager-words.ts';
import { Standing } from './Standing.tsx';

type Item = Output<'manager/pager'>['items'][number];

/** One way to reach people: where it stands in the order, how it is, and what can be done with it. */
export function ChannelCard(props: {
  readonly item: Item;
  readonly live: PagerLive | undefined;
  readonly place: number;
  readonly count: number;
  readonly pushPages: number;
  readonly onMove: (by: -1 | 1) => void;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}) {
  const { i18n } = useLingui();
  const { call } = useActions();
  const [test, setTest] = useState<{ said: string; sending: boolean } | null>(null);
  const { value, changed } = props.item;
  const values = { name: value.name };

  const tryOut = async () => {
    setTest({ said: i18n._({ id: 'manager.pager.testing', message: 'Sending a test' }), sending: true });
    let said: string;
    try {
      const { trouble } = await call('manager/pager-test', { id: value.id });
      said =
        trouble === null
          ? i18n._({ id: 'manager.pager.tested', message: 'Sent: the other end took it. Look whether it was seen or heard.' })
          : i18n._({ id: 'manager.pager.not-sent', message: 'Not sent. The reason stands above.' });
    } catch (error) {
      said = refusedWords(error instanceof Refused ? error.code : 'unreachable', i18n);
    }
    setTest({ said, sending: false });
  };

  return (
    <li className="panel" data-channel={value.id}>
      <div className="panel-head">
        <div>
          <h2>
            {i18n.number(props.place + 1)}. {value.name}
          </h2>
          <p className="soft">
            {i18n._(kindWords[value.kind].name)}
            {value.kind === 'push' ? (
              <>
                {' · '}
                <Trans
                  id="manager.pager.push-pages"
                  message="{count, plural, =0 {no phone has agreed yet} one {one phone has agreed} other {# phones have agreed}}"
                  values={{ count: props.pushPages }}
                />
              </>
            ) : (
              ` · ${URL.parse(value.url)?.host ?? ''}`
            )}
          </p>
        </div>
        <div className="row">
          {props.place > 0 && (
            <Button
              data-move="-1"
              icon={<ArrowUp className="icon" aria-hidden="true" />}
              onPress={() => props.onMove(-1)}
              aria-label={i18n._({ id: 'manager.pager.earlier-named', message: 'Use {name} earlier', values })}
            >
              <Trans id="manager.pager.earlier" message="Earlier" />
            </Button>
          )}
          {props.place < props.count - 1 && (
            <Button
              data-move="1"
              icon={<ArrowDown className="icon" aria-hidden="true" />}
              onPress={() => props.onMove(1)}
              aria-label={i18n._({ id: 'manager.pager.later-named', message: 'Use {name} later', values })}
            >
              <Trans id="manager.pager.later" message="Later" />
            </Button>
          )}
          <Button onPress={props.onEdit} aria-label={i18n._({ id: 'manager.edit-named', message: 'Edit {name}', values })}>
            <Trans id="manager.edit" message="Edit" />
          </Button>
          <Button
            look="bare"
            onPress={props.onDelete}
            aria-label={i18n._({ id: 'manager.delete-named', message: 'Delete {name}', values })}
          >
            <Trans id="manager.delete" message="Delete" />
          </Button>
        </div>
      </div>
      {props.live !== undefined && <Standing standing={props.live.standing} active={value.active} />}
      <div className="row">
        <Button
          look="quiet"
          isDisabled={test?.sending === true}
          onPress={() => void tryOut()}
          aria-label={i18n._({ id: 'manager.pager.test-named', message: 'Send a test through {name}', values })}
        >
          <Trans id="manager.pager.test" message="Send a test" />
        </Button>
        <p role="status">{test?.said}</p>
      </div>
      <p className="soft small">
        <Changed changed={changed} />
      </p>
    </li>
  );
}
